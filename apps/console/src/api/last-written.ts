/** For so long after a write or a live notice, reads ask for it; later the read models have it anyway. Milliseconds. */
const FRESH = 15_000;

let last: { readonly position: string; readonly at: number } | null = null;

/** Positions are opaque outside the server; among those this browser has seen, the longer or later text is the newer. */
function newer(one: string, other: string): boolean {
  return one.length === other.length ? one > other : one.length > other.length;
}

/** Remembers up to where the log is known to have come: a command's answer, or a live notice. */
export function noteWritten(position: string): void {
  if (last !== null && !newer(position, last.position)) return;
  last = { position, at: Date.now() };
}

/** What the next read must show at least; null when nothing was written lately. */
export function lastWritten(): string | null {
  return last !== null && Date.now() - last.at < FRESH ? last.position : null;
}
