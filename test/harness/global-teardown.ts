import { once } from 'node:events';

/** Runs once, after all specs: stops their PostgreSQL and removes its folder. */
export default async function globalTeardown(): Promise<void> {
  const watchdog = globalThis.taizhangTestWatchdog;
  if (watchdog === undefined) return;
  const gone = once(watchdog, 'exit');
  watchdog.stdin?.end();
  await gone;
}
