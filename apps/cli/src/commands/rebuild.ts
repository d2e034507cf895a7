import { type Config, TaizhangError } from '#platform';
import { type Projector, rollBack } from '#projections';
import { say } from '../output';
import { projectorsOn } from '../projectors';
import { rebuildShown } from '../rebuild-shown';
import { keepHeapSmall } from '../small-heap';
import { onFoundation } from './on-foundation';

/** Fills projections anew beside the live ones and switches; one, or all of them. @param afresh even if one was interrupted */
export async function rebuildCommand(config: Config, name: string | undefined, afresh: boolean): Promise<void> {
  keepHeapSmall();
  await onFoundation(config, async (foundation) => {
    for (const projector of chosen(projectorsOn(foundation.store, foundation.pool), name)) {
      const events = await rebuildShown(foundation, projector, { afresh });
      say(`${projector.name}：已由 ${events} 条事件重建并切换。`);
    }
  });
}

/** Goes back to the tables that were live before the last switch. */
export async function rollBackCommand(config: Config, name: string): Promise<void> {
  await onFoundation(config, async ({ store, pool }) => {
    for (const projector of chosen(projectorsOn(store, pool), name)) {
      const { version } = await rollBack(pool, store, projector);
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
