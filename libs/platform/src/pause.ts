import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits so many milliseconds; ends early, without an error, when the signal is aborted. It takes its listener off the signal
 * again, so that one signal may end any number of pauses.
 */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await sleep(milliseconds, undefined, { signal }).catch(() => undefined);
}
