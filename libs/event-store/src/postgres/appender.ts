import { type Pool, type PoolClient } from 'pg';
import { GENESIS_HASH, linkHash } from '../event-hash';
import { STANDS_STILL } from '../chain-words';
import { closedError, EventLogError } from '../event-log-error';
import { eventIdTaken } from '../event-id-taken';
import { type Appended, type StreamName, type WrongRevision } from '../port';
import { type PreparedAppend } from '../prepared-append';
import { appendBatch, type BatchAnswer, type LinkedAppend } from './append-batch';
import { AppendConnection } from './append-connection';
import { AppendQueue, type WaitingAppend } from './append-queue';
import { failureKind, outcomeUnknown, readFailure, unavailable } from './pg-failure';
import { StreamTails } from './stream-tails';

/** The appender's answer; the facts behind a duplicate are read by whoever asked. */
export type AppenderAnswer = Appended | WrongRevision | { readonly kind: 'duplicate' };

/** How to append. */
export interface AppenderOptions {
  /** Longest wait for a connection, and for a commit, in milliseconds. */
  readonly timeoutMs: number;
  /** Streams whose last hash is remembered. */
  readonly tails: number;
  /** Told the log's new end after each commit of this process. */
  readonly onCommit: (position: string) => void;
  /** Told each append that a commit has brought into the log, in their order, before `onCommit`. */
  readonly onAppended: (append: LinkedAppend, lastPosition: string) => void;
}

type Entry = WaitingAppend<AppenderAnswer>;

/** A commit that is done, its callers still to be answered. */
interface Landing {
  /** Number of its appends. */
  readonly size: number;
  readonly answer: () => void;
}

const NOTHING: Landing = { size: 0, answer: () => undefined };

const OVERLAP = {
  /** A half batch has at least so many appends. */
  leastAppends: 16,
  /** Commits that take longer, in milliseconds, are too dear to make two of one. */
  belowMs: 4,
} as const;

/**
 * Group commit: what arrives while a commit is under way goes with the next one. One commit at a time per process, so
 * the batch grows with the load by itself; each append is answered by itself.
 */
export class Appender {
  private readonly queue = new AppendQueue<AppenderAnswer>();
  private readonly connection: AppendConnection;
  private readonly tails: StreamTails;
  private running: Promise<void> | undefined;
  /** How long the last commit took, in milliseconds. */
  private commitMs = 0;
  private closed = false;

  constructor(
    pool: Pool,
    private readonly options: AppenderOptions,
  ) {
    this.connection = new AppendConnection(pool, options.timeoutMs);
    this.tails = new StreamTails(options.tails);
  }

  /** Appends with the next commit. */
  append(append: PreparedAppend): Promise<AppenderAnswer> {
    return new Promise((resolve, reject) => {
      if (this.closed) throw closedError();
      this.queue.push({ append, resolve, reject });
      this.running ??= this.run();
    });
  }

  /** The log is another one: what was known of its streams' ends is worthless. */
  forget(): void {
    this.tails.clear();
  }

  /** Waits for what was taken in, then lets the connection go. */
  async close(): Promise<void> {
    this.closed = true;
    await this.running;
    this.connection.close();
  }

  private async run(): Promise<void> {
    let landed: Landing = NOTHING;
    for (;;) {
      if (!this.isWorthOverlapping(landed.size)) {
        // One turn of the loop: callers now answered, and requests that came meanwhile, join the next commit.
        landed.answer();
        landed = NOTHING;
        await new Promise((resolve) => setImmediate(resolve));
      }
      if (this.queue.length === 0) break;
      const flight = this.commit(this.queue.take(this.share(landed.size)));
      landed.answer();
      landed = await flight;
    }
    this.running = undefined;
  }

  // Many callers that each wait for their answer and come again at once would make one large batch, and this process and
  // the server would take turns. Two half batches keep both at work: one commits while the other's callers are answered.
  // It costs a commit more, so not where a commit is slow, and not unless the other half is waiting.
  private isWorthOverlapping(landed: number): boolean {
    return this.commitMs < OVERLAP.belowMs && landed >= OVERLAP.leastAppends && this.queue.length >= landed;
  }

  private share(unanswered: number): number | undefined {
    const callers = this.queue.length + unanswered;
    const isSplit = this.commitMs < OVERLAP.belowMs && callers >= 2 * OVERLAP.leastAppends;
    return isSplit ? Math.ceil(callers / 2) : undefined;
  }

  /** Commits a batch; what comes back answers its callers. Never fails. */
  private async commit(batch: readonly Entry[]): Promise<Landing> {
    let client: PoolClient;
    let linked: readonly LinkedAppend[];
    try {
      client = await this.connection.get();
      await this.loadTails(client, batch);
      linked = batch.map((entry) => this.link(entry.append));
    } catch (error) {
      this.connection.drop();
      return refusal(batch, readFailure(error));
    }
    try {
      const start = performance.now();
      const answers = await this.connection.within(appendBatch(client, linked));
      this.commitMs = performance.now() - start;
      return this.landing(batch, linked, answers);
    } catch (error) {
      return this.failed(error, batch);
    }
  }

  private async failed(error: unknown, batch: readonly Entry[]): Promise<Landing> {
    const kind = failureKind(error);
    if (kind === 'lost') {
      this.connection.drop();
      return refusal(batch, outcomeUnknown(error));
    }
    if (kind !== 'refused' || batch.length === 1) return refusal(batch, answerToRefusal(kind, error));
    // One of them has content that the server refuses; alone, each gets its own answer.
    const alone: Landing[] = [];
    for (const entry of batch) alone.push(await this.commit([entry]));
    return { size: batch.length, answer: () => alone.forEach((landing) => landing.answer()) };
  }

  // A tail at the expected revision is the guess that saves a query. One that is behind it is out of date, so the log is
  // asked; one that is ahead means that the writer is late, which the function will say.
  private async loadTails(client: PoolClient, batch: readonly Entry[]): Promise<void> {
    const unknown = batch
      .filter(({ append }) => append.expected > (this.tails.get(append.stream)?.revision ?? -1))
      .map(({ append }) => append.stream);
    if (unknown.length > 0) await this.connection.within(this.tails.load(client, unknown));
  }

  private link(append: PreparedAppend): LinkedAppend {
    const { stream, expected } = append;
    const headHash = this.headHash(append);
    let previous = headHash ?? GENESIS_HASH;
    const hashes = append.events.map(({ eventId, type, schemaVersion, metadata, data }, index) => {
      const revision = expected + 1 + index;
      previous = linkHash({ eventId, type, schemaVersion, metadata, data, stream, revision, previous });
      return previous;
    });
    return { append, headHash, hashes };
  }

  private headHash(append: PreparedAppend): string | null {
    if (append.expected === -1) return GENESIS_HASH;
    const tail = this.tails.get(append.stream);
    return tail?.revision === append.expected ? tail.hash : null;
  }

  // Tails are noted and late comers put back at once, as the next batch may need both; callers are answered later.
  private landing(batch: readonly Entry[], linked: readonly LinkedAppend[], answers: readonly BatchAnswer[]): Landing {
    const again: Entry[] = [];
    const replies: (() => void)[] = [];
    let head: string | null = null;
    for (const [index, answer] of answers.entries()) {
      const entry = batch[index];
      const link = linked[index];
      const hash = link?.hashes.at(-1);
      if (entry === undefined || link === undefined || hash === undefined) continue;
      this.noteTail(entry.append, hash, answer);
      if (answer.lastPosition !== null) {
        head = answer.lastPosition;
        this.options.onAppended(link, head);
      }
      if (answer.outcome === 'head-unknown') again.push(entry);
      else replies.push(() => reply(entry, hash, answer));
    }
    this.queue.putBack(again);
    if (head !== null) this.options.onCommit(head);
    return { size: batch.length, answer: () => replies.forEach((say) => say()) };
  }

  private noteTail({ stream, expected, events }: PreparedAppend, hash: string, answer: BatchAnswer): void {
    if (answer.outcome === 'appended') {
      this.tails.set(stream, { revision: expected + events.length, hash });
    } else if (this.tails.get(stream)?.revision !== answer.actual) {
      // Another process went on with it. After 'broken' the tail stays: this process has seen another history and goes
      // on with none but that one.
      this.tails.forget(stream);
    }
  }
}

function reply({ append, resolve, reject }: Entry, hash: string, answer: BatchAnswer): void {
  switch (answer.outcome) {
    case 'appended':
      if (answer.lastPosition === null) reject(new TypeError('log.append_batch gave no position'));
      else
        resolve({
          kind: 'appended',
          revision: append.expected + append.events.length,
          position: answer.lastPosition,
          hash,
        });
      break;
    case 'duplicate':
      resolve({ kind: 'duplicate' });
      break;
    case 'wrong-revision':
      resolve({ kind: 'wrong-revision', actual: answer.actual < 0 ? 'no-stream' : answer.actual });
      break;
    case 'id-taken':
      reject(eventIdTaken());
      break;
    case 'broken':
      reject(chainBroken(append.stream));
      break;
    case 'head-unknown':
      break;
  }
}

function refusal(batch: readonly Entry[], error: unknown): Landing {
  return { size: batch.length, answer: () => batch.forEach((entry) => entry.reject(error)) };
}

function answerToRefusal(kind: 'short' | 'refused' | 'other', error: unknown): unknown {
  if (kind === 'short') return unavailable(error);
  if (kind === 'other') return error;
  return new EventLogError('LOG.EVENT_INVALID', '事件内容被数据库拒绝，请检查其中的字符和层次后重新提交。', error);
}

function chainBroken(stream: StreamName): EventLogError {
  return new EventLogError('LOG.INTEGRITY', `${stream} 与先前读到的内容不一致，${STANDS_STILL}。`);
}
