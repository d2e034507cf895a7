import { GENESIS_HASH } from './event-hash';
import { sealOf } from './is-sealed';
import { type StoredEvent, type StreamName } from './port';
import { type Position } from './position';

/** What is wrong at a break. `position` concerns the log as a whole, the others one stream. */
export type ChainFault = 'revision' | 'previous-hash' | 'hash' | 'position';

/** The end of a stream as far as it was found whole. */
export interface StreamTail {
  /** -1 before the first event. */
  readonly revision: number;
  readonly hash: string;
}

/** Where every stream begins. */
export const BEFORE_FIRST: StreamTail = { revision: -1, hash: GENESIS_HASH };

/** The event at which a stream, or the order of the log, stops being whole. */
export interface ChainBreak {
  readonly fault: ChainFault;
  readonly stream: StreamName;
  readonly revision: number;
  readonly position: Position;
  readonly eventId: string;
  /** A revision, hash or position, as the fault says; empty where no hash fits the content. */
  readonly expected: string;
  readonly actual: string;
  /** How many events of the stream were found whole before it: the first revision that is not. */
  readonly whole: number;
}

/** Checks an event against the one before it in its stream. @returns null when it holds */
export function breakAfter({ revision, hash }: StreamTail, event: StoredEvent): ChainBreak | null {
  const whole = revision + 1;
  if (event.revision !== whole) return breakAt(event, whole, 'revision', String(whole), String(event.revision));
  if (event.previousHash !== hash) return breakAt(event, whole, 'previous-hash', hash, event.previousHash);
  const seal = sealOf(event);
  return seal === event.hash ? null : breakAt(event, whole, 'hash', seal ?? '', event.hash);
}

/** A break at an event. */
export function breakAt(
  { stream, revision, position, eventId }: StoredEvent,
  whole: number,
  fault: ChainFault,
  expected: string,
  actual: string,
): ChainBreak {
  return { fault, stream, revision, position, eventId, expected, actual, whole };
}
