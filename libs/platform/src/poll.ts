import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Asks `probe` again and again until it gives something other than undefined.
 * @param limit longest wait in milliseconds
 * @param pause between two looks, in milliseconds
 * @returns undefined if the time is up
 */
export async function poll<T>(
  probe: () => T | undefined | Promise<T | undefined>,
  limit: number,
  pause = 20,
): Promise<T | undefined> {
  const end = performance.now() + limit;
  for (;;) {
    const found = await probe();
    if (found !== undefined || performance.now() >= end) return found;
    await sleep(pause);
  }
}
