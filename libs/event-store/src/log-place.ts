import { type EventStore } from './port';
import { type Position } from './position';

/**
 * A place in the log together with the event that stands there. A position alone means something in one log only; with
 * the event's hash it shows whether a log has the past that led to it.
 */
export interface LogPlace {
  readonly position: Position;
  /** Of the event at the position, 64 hex digits. */
  readonly hash: string;
}

/** The place of an event. */
export function placeOf({ position, hash }: LogPlace): LogPlace {
  return { position, hash };
}

/** True when this log has the event of the place at that position. The beginning (null) is in every log. */
export async function isPlaceIn(store: Pick<EventStore, 'eventAt'>, place: LogPlace | null): Promise<boolean> {
  return place === null || (await store.eventAt(place.position))?.hash === place.hash;
}
