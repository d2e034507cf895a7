/** True when a signal has been aborted. A function, because the compiler takes a property that was checked before as unchanged. */
export function isAborted(signal: AbortSignal): boolean {
  return signal.aborted;
}
