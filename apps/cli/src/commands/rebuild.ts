import { type Config, TaizhangError } from '#platform';
import { type Projector, rebuildProjection, rollBack } from '#projections';
import { type Foundation } from '../foundation';
import { say } from '../output';
import { progressBar } from '../progress-bar';
import { projectorsOn } from '../projectors';
import { keepHeapSmall } from '../small-heap';
import { onFoundation } from './on-foundation';

/** Fills projections anew beside the live ones and switches; one, or all of them. @param afresh even if one was interrupted */
export async function rebuildCommand(config: Config, name: string | undefined, afresh: boolean): Promise<void> {
  keepHeapSmall();
  await onFoundation(config, async (foundation) => {
    for (const projector of chosen(projectorsOn(foundation.store, foundation.pool), name))
      await rebuild(foundation, projector, afresh);
  });
}

/** Goes back to the tables that were live before the last switch. */
export async function rollBackCommand(config: Config, name: string): Promise<void> {
  await onFoundation(config, async ({ store, pool }) => {
    for (const projector of chosen(projectorsOn(store, pool), name)) {
      const { version } = await rollBack(pool, projector);
      say(`${projector.name}：已回退到上一版（第 ${version} 版），其后的事件将在程序运行时补上。`);
    }
  });
}

function chosen(all: readonly Projector[], name: string | undefined): readonly Projector[] {
  const found = all.filter((projector) => name === undefined || projector.name === name);
  if (found.length > 0) return found;
  const names = all.map((projector) => projector.name).join('、');
  throw new TaizhangError('PROJECTION.UNKNOWN', `没有名为 ${name ?? ''} 的投影，可重建的有：${names}。`);
}

async function rebuild({ store, pool }: Foundation, projector: Projector, afresh: boolean): Promise<void> {
  const times = '用时 {duration_formatted}，还需 {eta_formatted}';
  const bar = progressBar(`${projector.name} {bar} {percentage}% {events} 条事件 ${times}`, 100);
  let applied = 0;
  try {
    await rebuildProjection({
      store,
      pool,
      projector,
      afresh,
      onProgress: ({ fraction, events }) => {
        applied = events;
        bar.update(Math.floor(fraction * 100), { events });
      },
    });
  } finally {
    bar.stop();
  }
  say(`${projector.name}：已由 ${applied} 条事件重建并切换。`);
}
