import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import streams from '@eventstore/db-client/generated/streams_pb';
import { type EventstoreAddress, parseEventstoreAddress } from '#platform';
import { AnswerOverdue } from './answer-overdue';
import { type AppendAnswer, appendAnswer } from './append-answer';
import { clientOf } from './client-of';
import { collectRecords } from './collect-records';
import { isUnsent } from './kurrent-failure';
import { type EventLogError } from '../event-log-error';
import { type ServerRecord } from './kurrent-records';
import { type LogClient, type ReadCall } from './log-client';
import { appendParts, type ProposedRecord } from './requests';
import { unreachableReason } from './unreachable-reason';

/** How the client is used; times in milliseconds. */
export interface ConnectionOptions {
  /** `esdb://`, `esdb+discover://`, or the same with `kurrentdb`. */
  readonly url: string;
  /** Longest wait for an answer. */
  readonly timeoutMs: number;
}

/** Between two attempts to send what reached nobody, in milliseconds. */
const UNSENT_PAUSE = 100;

/** How long whoever asks waits for a server that has just gone away, in milliseconds: the fall of a leader takes so long. */
export const AWAY_PATIENCE = 5_000;

/**
 * The client, replaced when it hangs. A server that keeps silent, or ends the conversation cleanly, leaves calls of the
 * client unsettled, and its deadlines do not hold for reads; hence a clock of our own, and a new conversation after.
 */
export class KurrentConnection {
  private current: LogClient;
  private closed = false;
  /** Since when nobody could be reached, in milliseconds of this process's clock; null while somebody can. */
  private awaySince: number | null = null;
  private readonly address: EventstoreAddress;

  /** Connects at the first request. @throws TaizhangError CONFIG.INVALID */
  constructor(private readonly options: ConnectionOptions) {
    this.address = parseEventstoreAddress(options.url);
    this.current = clientOf(this.address);
  }

  /** Sends an append to a stream that stands at a revision (-1: it has no event). @throws AnswerOverdue, and what the client throws */
  append(name: string, expected: number, records: readonly ProposedRecord[]): Promise<AppendAnswer> {
    return this.whileUnsent(async () => {
      // A number of its own for each attempt: the answer to an earlier one may still come.
      const id = randomUUID();
      const parts = appendParts(id, name, expected, records);
      return appendAnswer(await this.ask((client) => client.append(id, parts)));
    });
  }

  /** Begins a read or a subscription. @throws AnswerOverdue, and what the client throws */
  open(request: streams.ReadReq): Promise<ReadCall> {
    return this.ask((client) => client.read(request));
  }

  /** The records of a read, all of them; none for a stream that was never written. @throws as {@link open} */
  collect(request: streams.ReadReq): Promise<ServerRecord[]> {
    return this.whileUnsent(() => this.contact(request));
  }

  /** The same, failing at once where nobody can be reached: for the first contact, when the reason is wanted. */
  async contact(request: streams.ReadReq): Promise<ServerRecord[]> {
    const client = this.current;
    const call = await this.open(request);
    try {
      return await collectRecords(call, this.options.timeoutMs);
    } catch (error) {
      if (error instanceof AnswerOverdue) this.giveUp(client);
      throw error;
    }
  }

  /** The messages of a subscription, of which only the first must come in time; it is ended at the server too. */
  async *messages(call: ReadCall): AsyncGenerator<streams.ReadResp> {
    const client = this.current;
    const { timeoutMs } = this.options;
    const overdue = (): void => void call.destroy(new AnswerOverdue(`silent for ${timeoutMs} ms`));
    const timer = setTimeout(overdue, timeoutMs);
    try {
      for await (const message of call) {
        clearTimeout(timer);
        // The stream's type does not say what it brings.
        if (message instanceof streams.ReadResp) yield message;
      }
    } catch (error) {
      if (error instanceof AnswerOverdue) this.giveUp(client);
      throw error;
    } finally {
      clearTimeout(timer);
      call.cancel();
    }
  }

  /** Why the server cannot be reached. @returns LOG.REFUSED or LOG.UNAVAILABLE with the reason */
  whyUnreachable(cause: unknown): Promise<EventLogError> {
    return unreachableReason(this.address, cause);
  }

  /** Ends every call under way. */
  async close(): Promise<void> {
    this.closed = true;
    await this.current.end();
  }

  /**
   * Sends again what surely reached no log, for as long as nodes may take to elect or one to start anew. Once the server is
   * known to be away for longer, everybody is told at once.
   */
  private async whileUnsent<Answer>(send: () => Promise<Answer>): Promise<Answer> {
    for (;;) {
      try {
        const answer = await send();
        this.awaySince = null;
        return answer;
      } catch (error) {
        if (!isUnsent(error)) throw error;
        const now = performance.now();
        this.awaySince ??= now;
        const patience = Math.min(AWAY_PATIENCE, this.options.timeoutMs);
        if (this.closed || now - this.awaySince > patience) throw error;
        await sleep(UNSENT_PAUSE);
      }
    }
  }

  /** Asks, and gives up the conversation if no answer comes. */
  private async ask<Answer>(question: (client: LogClient) => Promise<Answer>): Promise<Answer> {
    const client = this.current;
    const { timeoutMs } = this.options;
    let timer: NodeJS.Timeout | undefined;
    const overdue = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new AnswerOverdue(`no answer within ${timeoutMs} ms`)), timeoutMs);
    });
    try {
      return await Promise.race([question(client), overdue]);
    } catch (error) {
      if (error instanceof AnswerOverdue) this.giveUp(client);
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Begins a new conversation, unless another request has. */
  private giveUp(client: LogClient): void {
    if (client !== this.current) return;
    this.current = clientOf(this.address);
    void client.end();
  }
}
