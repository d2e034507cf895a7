import { type LogPage } from '../follow-log';
import { type StoredEvent } from '../port';
import { comparePositions, type Position } from '../position';
import { type LinkedAppend } from './append-batch';
import { ownEvent } from './own-event';

/** So many events are kept at least, and twice as many at most; a follower that is further behind reads the log. */
const KEPT = 500;

/**
 * The events that this process has committed last, as reading the log would give them. All of its followers take them from here: in a
 * process that does everything each of them read every command's events from the database again. What is kept has no gaps, since an event
 * of another process in between begins it anew, so that a follower gets every event once, from here or from the log.
 */
export class OwnEvents {
  private events: StoredEvent[] = [];
  /** The position before the first of them. */
  private before: Position = '0';
  private wanted = false;

  /** Begins to keep events: somebody follows the log. */
  start(): void {
    this.wanted = true;
  }

  /** Takes in an append that is committed. Appends come in the order of their positions. */
  take({ append, headHash, hashes }: LinkedAppend, lastPosition: Position): void {
    if (!this.wanted || headHash === null) return;
    const before = BigInt(lastPosition) - BigInt(append.events.length);
    if (this.end !== String(before)) {
      this.events = [];
      this.before = String(before);
    }
    let previousHash = headHash;
    for (const [index, event] of append.events.entries()) {
      const hash = hashes[index];
      if (hash === undefined) throw new TypeError('an event that was appended has no hash');
      const revision = append.expected + 1 + index;
      const position = String(before + BigInt(index + 1));
      this.events.push(ownEvent(event, { stream: append.stream, revision, position, previousHash, hash }));
      previousHash = hash;
    }
    this.trim();
  }

  /** The events after a position, of some types or of all; undefined where the log is to be asked. */
  after(position: Position | null, limit: number, types?: readonly string[]): LogPage | undefined {
    if (comparePositions(position, this.before) < 0 || comparePositions(position, this.end) >= 0) return undefined;
    const from = Number(BigInt(position ?? '0') - BigInt(this.before));
    const events = this.events.slice(from, from + limit);
    const reached = events.at(-1)?.position ?? position;
    return { events: types ? events.filter(({ type }) => types.includes(type)) : events, reached };
  }

  /** The log is another one. */
  forget(): void {
    this.events = [];
    this.before = '0';
  }

  private get end(): Position {
    return this.events.at(-1)?.position ?? this.before;
  }

  /** Cut in large pieces, so that the cost of moving the rest is paid seldom. */
  private trim(): void {
    if (this.events.length < 2 * KEPT) return;
    const gone = this.events.splice(0, this.events.length - KEPT);
    this.before = gone.at(-1)?.position ?? this.before;
  }
}
