import { EventLogError } from './event-log-error';

/** Place in the log: a decimal string without leading zeros, strictly increasing, otherwise opaque (gaps may be). */
export type Position = string;

const DECIMAL = /^(?:0|[1-9][0-9]{0,18})$/;

/**
 * Order of two positions: negative, zero or positive as `a` is before, at or after `b`. `null` (the beginning) is before
 * every position.
 */
export function comparePositions(a: Position | null, b: Position | null): number {
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  if (a.length !== b.length) return a.length - b.length;
  return a < b ? -1 : 1;
}

/** Checks a position that came from outside (a checkpoint, a URL). @throws EventLogError LOG.POSITION */
export function checkPosition(position: Position | null): void {
  if (position !== null && !DECIMAL.test(position)) {
    throw new EventLogError('LOG.POSITION', '日志位置的写法不对，请使用系统给出的位置。');
  }
}

/** How many of these, which are in the order of the log, stand at or before a position. */
export function countUpTo(entries: readonly { readonly position: Position }[], position: Position | null): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const entry = entries[middle];
    if (entry && comparePositions(entry.position, position) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
