import { isNewer } from './positions';

/** For so long after a write or a live notice, reads ask for it; later the read models have it anyway. Milliseconds. */
const FRESH = 15_000;

let last: { readonly position: string; readonly at: number } | null = null;

/** Remembers up to where the log is known to have come: a command's answer, or a live notice. */
export function noteWritten(position: string): void {
  if (!isNewer(position, last?.position ?? null)) return;
  last = { position, at: Date.now() };
}

/** What the next read must show at least; null when nothing was written lately. */
export function lastWritten(): string | null {
  return last !== null && Date.now() - last.at < FRESH ? last.position : null;
}
