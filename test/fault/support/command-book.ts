import { eachBounded } from '#platform';
import { type AccountClient, type Fate, type Outcome } from './account-client';

/** Fewer than the requests that the product works on at once. */
const SENT_AGAIN_AT_ONCE = 20;

/** A command that the load sends. */
export interface SentCommand {
  readonly kind: 'report' | 'import' | 'assign' | 'close' | 'return';
  readonly client: AccountClient;
  readonly path: string;
  readonly body: object;
  readonly key: string;
  /** Codes with which it may be refused: a rival may have been faster. */
  readonly mayBeRefusedWith: readonly string[];
}

/** A command with the answer that its sender holds. */
export interface AnsweredCommand extends SentCommand {
  readonly fate: Exclude<Fate, { kind: 'unanswered' }>;
}

/** Keeps what was sent and what was answered: what the senders know, to be compared with what the log holds. */
export class CommandBook {
  readonly answered: AnsweredCommand[] = [];
  private open: SentCommand[] = [];
  private retried = 0;

  /** Sends a command and keeps what became of it. @throws when it is refused with a code it should not be */
  async send(address: string, command: SentCommand): Promise<void> {
    const { client, path, body, key, mayBeRefusedWith } = command;
    const fate = await client.send(address, path, body, key);
    if (fate.kind === 'unanswered') {
      this.open.push(command);
      return;
    }
    if (fate.kind === 'refused' && !mayBeRefusedWith.includes(fate.code)) {
      throw new Error(`${path} was refused with ${fate.code}`);
    }
    this.answered.push({ ...command, fate });
  }

  /**
   * Sends everything again, with the same keys, that was left without an answer. A few at a time: a load that fails fast leaves
   * thousands, and the product refuses as many as that at once.
   */
  async retryUnanswered(address: string): Promise<void> {
    const again = this.open;
    this.open = [];
    this.retried += again.length;
    await eachBounded(again, SENT_AGAIN_AT_ONCE, (command) => this.send(address, command));
    if (this.open.length > 0) throw new Error(`${this.open[0]?.path ?? ''} had no answer from a product that runs`);
  }

  /** Commands with the outcome that their senders were promised, from the n-th answer on. */
  accepted(from = 0): { readonly command: SentCommand; readonly outcome: Outcome }[] {
    return this.answered
      .slice(from)
      .flatMap(({ fate, ...command }) => (fate.kind === 'accepted' ? [{ command, outcome: fate.outcome }] : []));
  }

  /** Commands whose senders were told that nothing happened. */
  refused(): SentCommand[] {
    return this.answered.filter(({ fate }) => fate.kind === 'refused');
  }

  /** What the load was made of, for a failure's report. */
  summary(): string {
    const kinds = ['report', 'import', 'assign', 'close', 'return'] as const;
    const counts = kinds.map((kind) => `${this.answered.filter((each) => each.kind === kind).length} ${kind}`);
    return `${counts.join(', ')}; ${this.refused().length} refused, ${this.retried} sent again`;
  }
}
