/** Whether a signal has been aborted: `aborted` is a live getter, which the compiler takes for settled once it was asked. */
export function isAborted(signal: AbortSignal): boolean {
  return signal.aborted;
}
