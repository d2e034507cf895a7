import { randomUUID } from 'node:crypto';
import { foundInstallation, ReactionRunner } from '#engine';
import { comparePositions, olderLog, type Position } from '#event-store';
import { chooseAnew, type LogStanding, noteOrigin, readCheckpoints } from '#projections';
import { type Foundation } from '#runtime';
import { withEngine } from './with-engine';

/** True when a rebuild would make the tables follow another past than they show now, which the person at the terminal must ask for. */
export function isToBeAdopted({ kind }: LogStanding): boolean {
  return kind === 'older' || kind === 'unadopted';
}

/** What is about to be done, for the person at the terminal. */
export async function announceAdoption({ store, pool }: Foundation, { kind }: LogStanding): Promise<string> {
  const head = await store.head();
  const log = head === null ? '日志为空' : `日志到 ${head}`;
  if (kind === 'unadopted') return `将由本数据库接管现有事件日志，并重建台账各表：${log}。`;
  const reached = [...(await readCheckpoints(pool)).values()].map(({ place }) => place?.position ?? null);
  const tables = reached.reduce<Position | null>((far, each) => (comparePositions(each, far) > 0 ? each : far), null);
  return `将以现有事件日志为准重建台账各表：${log}，表中到 ${tables ?? '开头'}；日志中没有的事件不再显示，账号和佐证材料保留。`;
}

/**
 * Puts back what names places beyond this log, before the tables are rebuilt: when the last of them is, the log is the right one
 * for every process, and reactions go on at once.
 */
export async function prepareAdoption(foundation: Foundation): Promise<void> {
  const { store, identity } = foundation;
  await identity.seenMarks.putBackTo((await store.head()) ?? '0');
  await withEngine(foundation, (engine) => engine.get(ReactionRunner).putBack());
}

/**
 * Notes that the rebuilt tables are those of this log. One that was emptied is founded anew, under another name.
 * @returns what was done, for the person at the terminal
 * @throws EventLogError LOG.OLDER when the log has changed again meanwhile
 */
export async function adoptLog(foundation: Foundation, { kind, installationId }: LogStanding): Promise<string> {
  const { pool, continuity } = foundation;
  if (installationId === null) await foundAnew(foundation);
  else await noteOrigin(pool, installationId);
  if ((await continuity.check()).kind !== 'same') throw olderLog();
  if (installationId === null) return '事件日志为空，已重新建立；请重新启动台账，首个管理员的岗位会重新授予。';
  if (kind === 'unadopted') return '本数据库已接管现有事件日志，请启动台账。';
  return '台账各表已与现有事件日志一致，可以继续写入。';
}

async function foundAnew({ store, pool, clock, continuity }: Foundation): Promise<void> {
  const installationId = randomUUID();
  await chooseAnew(pool, installationId);
  // Nothing was made from it any more, so that writing goes on here.
  await continuity.check();
  await foundInstallation(store, clock, installationId);
  await noteOrigin(pool, installationId);
}
