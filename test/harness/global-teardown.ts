import { once } from 'node:events';

/** Runs once, after all specs: stops their PostgreSQL and removes its folder. */
export default async function globalTeardown(): Promise<void> {
  const server = globalThis.taizhangTestServer;
  if (server === undefined) return;
  await server.stop();
  server.watchdog.ref();
  const gone = once(server.watchdog, 'exit');
  server.watchdog.stdin?.end();
  await gone;
}
