import 'reflect-metadata';
import { rebuildProjection, type RebuildProgress } from '#projections';
import { projectorsOn } from '#runtime';
import { note } from '../output';
import { keepHeapSmall } from '../small-heap';
import { withFoundation } from './with-foundation';

/** Rebuilds one projection and tells its parent how long each part took and how much memory at most. Arguments: folder, name. */
async function main(): Promise<void> {
  const [dataFolder = '', name = ''] = process.argv.slice(2);
  keepHeapSmall();
  await withFoundation(dataFolder, async ({ store, pool }) => {
    const projector = projectorsOn(store, pool).find((each) => each.name === name);
    if (!projector) throw new RangeError(`there is no projection ${name}`);
    let rssMb = 0;
    let events = 0;
    const reached = new Map<RebuildProgress['phase'], number>();
    const begin = performance.now();
    const onProgress = (progress: RebuildProgress): void => {
      rssMb = Math.max(rssMb, process.memoryUsage.rss() / 1024 / 1024);
      events = progress.events;
      if (!reached.has(progress.phase)) reached.set(progress.phase, performance.now());
    };
    await rebuildProjection({ store, pool, projector, afresh: true, onProgress });
    const end = performance.now();
    const filled = reached.get('indexing') ?? end;
    const indexed = reached.get('switching') ?? end;
    const seconds = (from: number, to: number): number => (to - from) / 1_000;
    process.send?.({ events, fillSeconds: seconds(begin, filled), indexSeconds: seconds(filled, indexed), rssMb });
  });
}

main().catch((error: unknown) => {
  note(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exitCode = 1;
});
