import { attachOrStart, type Config, createLogger } from '#platform';
import { type Foundation, layFoundation, projectorsOn } from '#runtime';
import { askPassphrase } from '../backup/ask-passphrase';
import { checkBackup, type CheckedBackup } from '../backup/read-backup';
import { restoreBackup } from '../backup/restore-backup';
import { say } from '../output';
import { progressBar } from '../progress-bar';
import { rebuildShown } from '../rebuild-shown';

/**
 * Checks a whole backup, then brings it into the empty place that the configuration names.
 * @param without incomplete streams of the file that are left out
 */
export async function restoreCommand(
  config: Config,
  env: NodeJS.ProcessEnv,
  file: string,
  without: readonly string[],
): Promise<void> {
  const passphrase = await askPassphrase(env, { twice: false });
  const backup = await checked(file, passphrase, without);
  const logger = createLogger('warn');
  const foundation = await layFoundation(config, logger, await attachOrStart(config, logger), { purpose: 'restoring' });
  const begun = await restored(foundation, backup).finally(() => foundation.close());
  tellRestored(backup, begun);
}

/**
 * Tells the person at the terminal what is there now, and what is not.
 * @param begun streams among those left out that were begun anew
 */
export function tellRestored({ takenAt, events, end, without }: CheckedBackup, begun: readonly string[]): void {
  say(`已恢复 ${takenAt} 的备份：${events} 条事件、${end.evidence} 份佐证材料。请启动台账，用原来的账号重新登录。`);
  for (const stream of without) say(`没有恢复：${stream}（备份中不完整，已按 --without 略去）。`);
  for (const stream of begun) {
    say(`重新交办：${stream} 是一项子任务，已按分解时的内容重新建立，原来的办理记录请补录；不再需要的，请作废。`);
  }
}

async function checked(file: string, passphrase: string, without: readonly string[]): Promise<CheckedBackup> {
  const bar = progressBar('检查备份 {value} 行 用时 {duration_formatted}');
  const onProgress = (lines: number): void => bar.update(lines);
  return checkBackup(file, passphrase, { without, onProgress }).finally(() => bar.stop());
}

async function restored(foundation: Foundation, backup: CheckedBackup): Promise<readonly string[]> {
  const bar = progressBar('恢复 {bar} {value}/{total} 条事件 还需 {eta_formatted}', backup.events);
  const begun = await restoreBackup(foundation, backup, (events) => bar.update(events)).finally(() => bar.stop());
  for (const projector of projectorsOn(foundation.store, foundation.pool)) await rebuildShown(foundation, projector);
  return begun;
}
