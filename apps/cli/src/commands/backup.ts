import { type Config, TaizhangError } from '#platform';
import { askPassphrase } from '../backup/ask-passphrase';
import { namesOf } from '../backup/incomplete-streams';
import { writeBackup, type WrittenBackup } from '../backup/write-backup';
import { say } from '../output';
import { progressBar } from '../progress-bar';
import { onFoundation } from './on-foundation';

/** Reasons told, one a line; the file has all of them. */
const MOST_TOLD = 20;

/** Writes a backup while the program runs or stands still. */
export async function backupCommand(config: Config, env: NodeJS.ProcessEnv, file: string): Promise<void> {
  const passphrase = await askPassphrase(env, { twice: true });
  await onFoundation(config, async (foundation) => {
    const bar = progressBar('备份 {value} 条事件 {evidence} 份材料 用时 {duration_formatted}');
    const written = await writeBackup(foundation, file, passphrase, ({ events, evidence }) =>
      bar.update(events, { evidence }),
    ).finally(() => bar.stop());
    tellWritten(file, written);
  });
}

/** Tells the person at the terminal what was written. @throws TaizhangError BACKUP.INCOMPLETE; the file is kept */
export function tellWritten(file: string, { events, evidence, incomplete }: WrittenBackup): void {
  const done = incomplete.length === 0 ? '已备份到' : '已写入';
  say(`${done} ${file}：${events} 条事件、${evidence} 份佐证材料，以及账号。`);
  say('恢复时需要备份口令，请与备份文件分开保管；文件中的事件和材料没有加密。');
  if (incomplete.length === 0) return;
  for (const { why } of incomplete.slice(0, MOST_TOLD)) say(`不完整：${why}`);
  const message = `备份不完整，缺少 ${namesOf(incomplete)} 的内容，其余都已写入 ${file}；请运行 taizhang verify 查看，并保留损坏之前的备份。`;
  throw new TaizhangError('BACKUP.INCOMPLETE', message, { streams: incomplete.map(({ stream }) => stream) });
}
