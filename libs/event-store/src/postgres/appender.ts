import { type Pool, type PoolClient } from 'pg';
import { GENESIS_HASH, linkHash } from '../event-hash';
import { closedError, EventLogError } from '../event-log-error';
import { eventIdTaken } from '../event-id-taken';
import { type Appended, type WrongRevision } from '../port';
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
}

type Entry = WaitingAppend<AppenderAnswer>;

/**
 * Group commit: what arrives while a commit is under way goes with the next one. One commit at a time per process, so
 * the batch grows with the load by itself; each append is answered by itself.
 */
export class Appender {
  private readonly queue = new AppendQueue<AppenderAnswer>();
  private readonly connection: AppendConnection;
  private readonly tails: StreamTails;
  private running: Promise<void> | undefined;
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

  /** Waits for what was taken in, then lets the connection go. */
  async close(): Promise<void> {
    this.closed = true;
    await this.running;
    this.connection.close();
  }

  private async run(): Promise<void> {
    while (this.queue.length > 0) {
      // One turn of the loop: callers that were just answered, and requests that came meanwhile, join this commit.
      await new Promise((resolve) => setImmediate(resolve));
      await this.commit(this.queue.take());
    }
    this.running = undefined;
  }

  private async commit(batch: readonly Entry[]): Promise<void> {
    let client: PoolClient;
    let linked: readonly LinkedAppend[];
    try {
      client = await this.connection.get();
      await this.loadTails(client, batch);
      linked = batch.map((entry) => this.link(entry.append));
    } catch (error) {
      this.connection.drop();
      rejectAll(batch, readFailure(error));
      return;
    }
    await this.send(client, batch, linked);
  }

  private async send(client: PoolClient, batch: readonly Entry[], linked: readonly LinkedAppend[]): Promise<void> {
    let answers: readonly BatchAnswer[];
    try {
      answers = await this.connection.within(appendBatch(client, linked));
    } catch (error) {
      await this.failed(error, batch);
      return;
    }
    this.settle(batch, linked, answers);
  }

  private async failed(error: unknown, batch: readonly Entry[]): Promise<void> {
    const kind = failureKind(error);
    if (kind === 'lost') {
      this.connection.drop();
      rejectAll(batch, outcomeUnknown(error));
    } else if (kind === 'refused' && batch.length > 1) {
      // One of them has content that the server refuses; alone, each gets its own answer.
      for (const entry of batch) await this.commit([entry]);
    } else {
      rejectAll(batch, answerToRefusal(kind, error));
    }
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
    const headHash = this.headHash(append);
    let previous = headHash ?? GENESIS_HASH;
    const hashes = append.events.map((event, index) => {
      const revision = append.expected + 1 + index;
      previous = linkHash({ ...event, stream: append.stream, revision, previous });
      return previous;
    });
    return { append, headHash, hashes };
  }

  private headHash(append: PreparedAppend): string | null {
    if (append.expected === -1) return GENESIS_HASH;
    const tail = this.tails.get(append.stream);
    return tail?.revision === append.expected ? tail.hash : null;
  }

  private settle(batch: readonly Entry[], linked: readonly LinkedAppend[], answers: readonly BatchAnswer[]): void {
    const again: Entry[] = [];
    let head: string | null = null;
    for (const [index, answer] of answers.entries()) {
      const entry = batch[index];
      const hash = linked[index]?.hashes.at(-1);
      if (entry === undefined || hash === undefined) continue;
      if (answer.outcome === 'head-unknown') again.push(entry);
      head = answer.lastPosition ?? head;
      this.answer(entry, hash, answer);
    }
    this.queue.putBack(again);
    if (head !== null) this.options.onCommit(head);
  }

  private answer({ append, resolve, reject }: Entry, hash: string, answer: BatchAnswer): void {
    switch (answer.outcome) {
      case 'appended': {
        const revision = append.expected + append.events.length;
        this.tails.set(append.stream, { revision, hash });
        if (answer.lastPosition === null) throw new TypeError('log.append_batch gave no position');
        resolve({ kind: 'appended', revision, position: answer.lastPosition, hash });
        break;
      }
      case 'duplicate':
        resolve({ kind: 'duplicate' });
        break;
      case 'id-taken':
        reject(eventIdTaken());
        break;
      case 'wrong-revision':
        if (this.tails.get(append.stream)?.revision !== answer.actual) this.tails.forget(append.stream);
        resolve({ kind: 'wrong-revision', actual: answer.actual < 0 ? 'no-stream' : answer.actual });
        break;
      case 'head-unknown':
        // The stream moved on to the expected revision between the look at its tail and the lock: asked again.
        this.tails.forget(append.stream);
        break;
      case 'broken':
        // The tail stays remembered: this process has seen another history and goes on with none but that one.
        reject(chainBroken());
        break;
    }
  }
}

function rejectAll(batch: readonly Entry[], error: unknown): void {
  for (const entry of batch) entry.reject(error);
}

function answerToRefusal(kind: 'short' | 'refused' | 'other', error: unknown): unknown {
  if (kind === 'short') return unavailable(error);
  if (kind === 'other') return error;
  return new EventLogError('LOG.EVENT_INVALID', '事件内容被数据库拒绝，请检查其中的字符和层次后重新提交。', error);
}

function chainBroken(): EventLogError {
  return new EventLogError('LOG.INTEGRITY', '事件日志与先前读到的内容不一致，请停止写入并运行日志校验。');
}
