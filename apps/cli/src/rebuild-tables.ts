import { TaizhangError } from '#platform';
import { type LogStanding } from '#projections';
import { type Foundation, projectorsOn } from '#runtime';
import { chosenProjectors } from './chosen-projectors';
import { adoptLog, announceAdoption, isToBeAdopted, prepareAdoption } from './adopt-log';
import { say } from './output';
import { rebuildShown } from './rebuild-shown';

/** What is to be rebuilt. */
export interface RebuildWanted {
  /** One projection. Default: all of them. */
  readonly name: string | undefined;
  /** Not from where an interrupted rebuild has stopped. */
  readonly afresh: boolean;
}

/**
 * Rebuilds tables from the log and says so. Where the log is not the past that they were made from, all of them are made those of
 * this log, with whatever else names places in it; writing goes on then, here and in a program that runs meanwhile.
 * @throws TaizhangError PROJECTION.UNKNOWN, PROJECTION.REBUILD_ALL
 */
export async function rebuildTables(foundation: Foundation, { name, afresh }: RebuildWanted): Promise<void> {
  const projectors = chosenProjectors(projectorsOn(foundation.store, foundation.pool), name);
  const standing = await foundation.continuity.look();
  const adopts = isToBeAdopted(standing);
  if (adopts && name !== undefined) throw notEnough(name);
  if (adopts) await begin(foundation, standing);
  for (const projector of projectors) {
    const events = await rebuildShown(foundation, projector, { afresh });
    say(`${projector.name}：已由 ${events} 条事件重建并切换。`);
  }
  if (adopts) say(await adoptLog(foundation, standing));
}

async function begin(foundation: Foundation, standing: LogStanding): Promise<void> {
  say(await announceAdoption(foundation, standing));
  await prepareAdoption(foundation);
}

function notEnough(name: string): TaizhangError {
  const message = `台账各表与现有事件日志不是同一段历史，只重建 ${name} 不够，请运行不带名称的 taizhang rebuild。`;
  return new TaizhangError('PROJECTION.REBUILD_ALL', message);
}
