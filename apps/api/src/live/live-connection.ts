import { Readable } from 'node:stream';
import { type LiveEventName, type LiveEvents } from '#contracts';
import { type Position } from '#event-store';
import { type LiveNews } from './live-news';
import { type LiveSubscriber, type UnitsBelow } from './live-subscriber';

/** How long a browser waits before it connects again, in milliseconds. */
const RECONNECT_MILLISECONDS = 2_000;

/** What may wait for a reader, in bytes; one who falls further behind is dropped and asks anew after connecting again. */
const MOST_WAITING_BYTES = 16 * 1024;

/** Who listens, and for what. */
export interface LiveListener {
  readonly accountId: string;
  readonly subscriber: LiveSubscriber;
  /** The task that is open on the page. */
  readonly taskId: string | null;
  /** True when the reader may still listen. */
  readonly stillThere: () => Promise<boolean>;
}

/** One open page: what is told to it goes into the stream that its answer is made of. */
export class LiveConnection {
  /** The body of the answer. */
  readonly stream = new Readable({ read: () => undefined });
  private readonly ledgers = new Map<string, Position>();
  private ledgerRest: NodeJS.Timeout | undefined;
  private over = false;

  /** @param ledgerRestMs milliseconds between two words about ledgers */
  constructor(
    readonly listener: LiveListener,
    private readonly ledgerRestMs: number,
  ) {
    this.stream.once('close', () => {
      this.over = true;
      clearTimeout(this.ledgerRest);
    });
  }

  /** The first words. @param again whether the page was connected before and may have missed something */
  greet(position: Position | null, again: boolean): void {
    this.write(`retry: ${RECONNECT_MILLISECONDS}\n\n`);
    this.send('hello', position, { position });
    if (again) this.send('resync', position, { position });
  }

  /** Passes on what this reader may know of. */
  tell(news: LiveNews, below: UnitsBelow): void {
    const { position, tasks, ledgers, inbox, missed } = news;
    const { subscriber, taskId } = this.listener;
    if (missed) {
      this.send('resync', position, { position });
      return;
    }
    const followed = tasks.find((task) => task.taskId === taskId && subscriber.mayRead(task, below));
    if (followed) {
      const { revision } = followed;
      this.send('task', position, { taskId: followed.taskId, position, revision });
    }
    if (inbox.some((audience) => subscriber.isAddressed(audience, below))) this.send('inbox', position, { position });
    const moved = [
      ...tasks.filter((task) => subscriber.mayList(task, below)),
      ...ledgers.filter((ledger) => subscriber.seesLedger(ledger)),
    ];
    for (const { ledgerId } of moved) this.ledgers.set(ledgerId, position);
    if (this.ledgerRest === undefined) this.tellLedgers();
  }

  /** Keeps the connection from being taken for dead on its way. */
  beat(): void {
    this.write(':\n\n');
  }

  /** Ends it in order; the browser connects again, and is refused if it may not. */
  end(): void {
    if (this.over) return;
    this.over = true;
    this.stream.push(null);
  }

  private tellLedgers(): void {
    this.ledgerRest = undefined;
    if (this.ledgers.size === 0 || this.over) return;
    for (const [ledgerId, position] of this.ledgers) this.send('ledger', position, { ledgerId, position });
    this.ledgers.clear();
    this.ledgerRest = setTimeout(() => this.tellLedgers(), this.ledgerRestMs).unref();
  }

  private send<Name extends LiveEventName>(name: Name, id: Position | null, data: LiveEvents[Name]): void {
    this.write(`${id === null ? '' : `id: ${id}\n`}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  private write(text: string): void {
    if (this.over) return;
    if (this.stream.readableLength > MOST_WAITING_BYTES) this.stream.destroy();
    else this.stream.push(text);
  }
}
