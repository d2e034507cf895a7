import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { z } from 'zod';
import { type EventStore, logPages } from '#event-store';
import { note } from '../output';
import { type Figures, ratio, rounded } from './figures';
import { writeLongLog } from './long-log';
import { onServer } from './server-process';
import { withFoundation } from './with-foundation';

const EVENTS = 1_000_000;
/** Those whose rows follow from most events first; the others pass over nearly all of them. */
const PROJECTIONS = ['tasks', 'timers', 'inbox', 'timeline', 'ledgers', 'units', 'posts'] as const;

const rebuiltSchema = z.object({
  events: z.number(),
  fillSeconds: z.number(),
  indexSeconds: z.number(),
  rssMb: z.number(),
});

/** A log of a million events: what it takes to read it, to rebuild every projection from it, and to start on it. */
export async function measureLog(dataFolder: string): Promise<Figures> {
  note(`写入约 ${EVENTS} 条事件…`);
  const begin = performance.now();
  const read = await withFoundation(dataFolder, async ({ store }) => {
    const events = await writeLongLog(store, EVENTS, (written) => note(`${written} 条…`));
    const seconds = (performance.now() - begin) / 1_000;
    note('读取日志…');
    return { events, appendsPerSecond: rounded(events / seconds), logReadPerSecond: await readAll(store) };
  });
  const figures: Figures = { ...read };
  for (const name of PROJECTIONS) {
    note(`重建 ${name}…`);
    const { fillSeconds, indexSeconds, rssMb } = await rebuiltApart(dataFolder, name);
    figures[`${name}RebuildPerSecond`] = rounded(read.events / fillSeconds);
    figures[`${name}IndexSeconds`] = rounded(indexSeconds);
    figures[`${name}RebuildRssMb`] = Math.round(rssMb);
  }
  const rebuildToRead = ratio(Number(figures['tasksRebuildPerSecond']), read.logReadPerSecond);
  note('启动…');
  const readySeconds = await onServer(dataFolder, 'all', async (server) => server.readySeconds);
  return { ...figures, rebuildToRead, readySeconds: rounded(readySeconds) };
}

/** How fast the log alone is read, nothing done with it: what a rebuild cannot exceed. */
async function readAll(store: EventStore): Promise<number> {
  const begin = performance.now();
  let events = 0;
  for await (const page of logPages(store)) events += page.length;
  return rounded(events / ((performance.now() - begin) / 1_000));
}

/** In a process of its own, as `taizhang rebuild` does it, so that its memory is nobody else's. */
async function rebuiltApart(dataFolder: string, name: string): Promise<z.infer<typeof rebuiltSchema>> {
  const child = fork(join(__dirname, 'rebuild-process.js'), [dataFolder, name]);
  const told: unknown[] = [];
  child.on('message', (message) => told.push(message));
  await once(child, 'exit');
  if (child.exitCode !== 0) throw new Error(`the rebuild of ${name} ended with ${String(child.exitCode)}`);
  return rebuiltSchema.parse(told[0]);
}
