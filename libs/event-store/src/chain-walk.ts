import { BEFORE_FIRST, breakAfter, breakAt, type ChainBreak, type StreamTail } from './chain-break';
import { type StoredEvent, type StreamName } from './port';
import { comparePositions, type Position } from './position';

/** How far a walk has come. */
export interface ChainProgress {
  /** Events found whole. */
  readonly events: number;
  /** Streams of which no break is known. */
  readonly streams: number;
  /** The furthest position met. */
  readonly position: Position | null;
}

/**
 * Takes in the events of a log in order and checks each one's revision, its link to the one before and its own hash. A
 * stream is judged up to its first break, the others go on. It keeps one hash per stream in memory.
 */
export class ChainWalk {
  /** Null: its first break is behind it. */
  private readonly tails = new Map<StreamName, StreamTail | null>();
  private broken = 0;
  private events = 0;
  private position: Position | null = null;
  private inOrder = true;

  /** @param onBreak told of the first break of each stream, and of the first place where the order of the log is wrong */
  constructor(private readonly onBreak: (found: ChainBreak) => void) {}

  /** Takes in the next event. @returns whether its stream is whole up to it and with it */
  take(event: StoredEvent): boolean {
    this.checkOrder(event);
    const tail = this.tails.get(event.stream);
    if (tail === null) return false;
    const found = breakAfter(tail ?? BEFORE_FIRST, event);
    if (found !== null) {
      this.setAside(event.stream);
      this.onBreak(found);
      return false;
    }
    this.tails.set(event.stream, { revision: event.revision, hash: event.hash });
    this.events += 1;
    return true;
  }

  /** A stream that is known not to be whole by other means counts as whole no longer. */
  setAside(stream: StreamName): void {
    if (this.tails.get(stream) === null) return;
    this.tails.set(stream, null);
    this.broken += 1;
  }

  progress(): ChainProgress {
    return { events: this.events, streams: this.tails.size - this.broken, position: this.position };
  }

  /** An event that comes too late is one fault of the log, not one of each stream; its stream is judged as usual. */
  private checkOrder(event: StoredEvent): void {
    if (comparePositions(event.position, this.position) > 0) {
      this.position = event.position;
      return;
    }
    if (this.inOrder) {
      const whole = (this.tails.get(event.stream) ?? BEFORE_FIRST).revision + 1;
      this.onBreak(breakAt(event, whole, 'position', this.position ?? '', event.position));
    }
    this.inOrder = false;
  }
}
