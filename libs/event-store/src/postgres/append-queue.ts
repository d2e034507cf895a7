import { type PreparedAppend } from '../prepared-append';
import { checkRoom } from '../waiting-appends';

/** An append that waits for its answer. */
export interface WaitingAppend<T> {
  readonly append: PreparedAppend;
  readonly resolve: (answer: T) => void;
  readonly reject: (error: unknown) => void;
}

/** What one commit may carry. */
export const QUEUE_LIMITS = {
  /** Appends of one commit. */
  batchAppends: 512,
  /** Events of one commit, a single larger append apart. */
  batchEvents: 2_048,
  /** Bytes of one commit, a single larger append apart. */
  batchBytes: 4 * 1024 * 1024,
  /** Appends looked at for one commit, so that a long queue for one stream costs each commit little. */
  lookAhead: 2_048,
} as const;

/**
 * Appends that wait for the next commit, first come first served. A batch holds at most one append per stream and no
 * event id twice; what must wait keeps its stream's order, since a stream passed over once is passed over for the batch.
 */
export class AppendQueue<T> {
  private waiting: WaitingAppend<T>[] = [];
  private bytes = 0;

  /** Number of appends waiting. */
  get length(): number {
    return this.waiting.length;
  }

  /** Takes an append in. @throws EventLogError LOG.OVERLOADED */
  push(entry: WaitingAppend<T>): void {
    checkRoom({ appends: this.waiting.length, bytes: this.bytes }, entry.append.bytes);
    this.waiting.push(entry);
    this.bytes += entry.append.bytes;
  }

  /** Puts appends back to the front, to be asked again; they count as taken in before. */
  putBack(entries: readonly WaitingAppend<T>[]): void {
    if (entries.length === 0) return;
    this.waiting.unshift(...entries);
    for (const entry of entries) this.bytes += entry.append.bytes;
  }

  /** Takes the next batch out. @param most appends it may hold, within the limits */
  take(most: number = QUEUE_LIMITS.batchAppends): WaitingAppend<T>[] {
    const batch = new Batch<T>(Math.min(most, QUEUE_LIMITS.batchAppends));
    const looked = this.waiting.splice(0, QUEUE_LIMITS.lookAhead);
    const passed = looked.filter((entry) => !batch.take(entry));
    if (passed.length > 0) this.waiting.unshift(...passed);
    this.bytes -= batch.bytes;
    return batch.entries;
  }
}

class Batch<T> {
  readonly entries: WaitingAppend<T>[] = [];
  bytes = 0;
  private events = 0;
  private full = false;
  private readonly streams = new Set<string>();
  private readonly ids = new Set<string>();

  constructor(private readonly most: number) {}

  /** Adds an entry unless the batch is full or has its stream or ids already. @returns false when it was not added */
  take(entry: WaitingAppend<T>): boolean {
    if (this.full || this.isFullWith(entry.append) || this.streams.has(entry.append.stream)) return false;
    // Marked even when the entry is left out below: a later append to its stream must not overtake it.
    this.streams.add(entry.append.stream);
    if (entry.append.events.some((event) => this.ids.has(event.eventId))) return false;
    for (const event of entry.append.events) this.ids.add(event.eventId);
    this.bytes += entry.append.bytes;
    this.events += entry.append.events.length;
    this.entries.push(entry);
    return true;
  }

  private isFullWith(append: PreparedAppend): boolean {
    if (this.entries.length === 0) return false;
    this.full =
      this.entries.length >= this.most ||
      this.events + append.events.length > QUEUE_LIMITS.batchEvents ||
      this.bytes + append.bytes > QUEUE_LIMITS.batchBytes;
    return this.full;
  }
}
