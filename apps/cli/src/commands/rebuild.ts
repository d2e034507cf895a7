import { type Config } from '#platform';
import { rollBack } from '#projections';
import { projectorsOn } from '#runtime';
import { chosenProjectors } from '../chosen-projectors';
import { say } from '../output';
import { rebuildTables } from '../rebuild-tables';
import { keepHeapSmall } from '../small-heap';
import { onFoundation } from './on-foundation';

/** Fills projections anew beside the live ones and switches; one, or all of them. @param afresh even if one was interrupted */
export async function rebuildCommand(config: Config, name: string | undefined, afresh: boolean): Promise<void> {
  keepHeapSmall();
  await onFoundation(config, (foundation) => rebuildTables(foundation, { name, afresh }));
}

/** Goes back to the tables that were live before the last switch. */
export async function rollBackCommand(config: Config, name: string): Promise<void> {
  await onFoundation(config, async ({ store, pool }) => {
    for (const projector of chosenProjectors(projectorsOn(store, pool), name)) {
      const { version } = await rollBack(pool, store, projector);
      say(`${projector.name}：已回退到上一版（第 ${version} 版），其后的事件将在程序运行时补上。`);
    }
  });
}
