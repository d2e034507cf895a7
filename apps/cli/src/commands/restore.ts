import { attachOrStart, type Config, createLogger } from '#platform';
import { askPassphrase } from '../backup/ask-passphrase';
import { checkBackup, type CheckedBackup } from '../backup/read-backup';
import { restoreBackup } from '../backup/restore-backup';
import { type Foundation, layFoundation } from '../foundation';
import { say } from '../output';
import { progressBar } from '../progress-bar';
import { projectorsOn } from '../projectors';
import { rebuildShown } from '../rebuild-shown';

/** Checks a whole backup, then brings it into the empty place that the configuration names. */
export async function restoreCommand(config: Config, env: NodeJS.ProcessEnv, file: string): Promise<void> {
  const passphrase = await askPassphrase(env, { twice: false });
  const backup = await checked(file, passphrase);
  const logger = createLogger('warn');
  const foundation = await layFoundation(config, logger, await attachOrStart(config, logger), { purpose: 'restoring' });
  try {
    await restored(foundation, backup);
  } finally {
    await foundation.close();
  }
  const { events, evidence } = backup.end;
  say(`已恢复 ${backup.takenAt} 的备份：${events} 条事件、${evidence} 份佐证材料。请启动台账，用原来的账号重新登录。`);
}

async function checked(file: string, passphrase: string): Promise<CheckedBackup> {
  const bar = progressBar('检查备份 {value} 行 用时 {duration_formatted}');
  return checkBackup(file, passphrase, (lines) => bar.update(lines)).finally(() => bar.stop());
}

async function restored(foundation: Foundation, backup: CheckedBackup): Promise<void> {
  const bar = progressBar('恢复 {bar} {value}/{total} 条事件 还需 {eta_formatted}', backup.end.events);
  await restoreBackup(foundation, backup, (events) => bar.update(events)).finally(() => bar.stop());
  for (const projector of projectorsOn(foundation.store, foundation.pool)) await rebuildShown(foundation, projector);
}
