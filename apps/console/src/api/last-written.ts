import { isNewer } from './positions';

/** For so long after a write or a live notice, reads ask for it; later the read models have it anyway. Milliseconds. */
const FRESH = 15_000;

let last: { readonly position: string; readonly at: number } | null = null;

/** Where this window's own commands stand in the log, as far as it remembers. */
const own = new Set<string>();
const MOST_OWN = 2_000;

/** Remembers a command's answer: up to there the log has come, and that event is this window's own. */
export function noteWritten(position: string): void {
  own.add(position);
  const [oldest] = own;
  if (own.size > MOST_OWN && oldest !== undefined) own.delete(oldest);
  noteMoved(position);
}

/** True when the event at a position ended a command of this window. */
export function isOwn(position: string): boolean {
  return own.has(position);
}

/** Remembers up to where the log is known to have come, as a live notice tells it. */
export function noteMoved(position: string): void {
  if (!isNewer(position, last?.position ?? null)) return;
  last = { position, at: Date.now() };
}

/** What the next read must show at least; null when nothing was written lately. */
export function lastWritten(): string | null {
  return last !== null && Date.now() - last.at < FRESH ? last.position : null;
}
