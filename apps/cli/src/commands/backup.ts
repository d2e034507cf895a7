import { type Config } from '#platform';
import { askPassphrase } from '../backup/ask-passphrase';
import { writeBackup } from '../backup/write-backup';
import { say } from '../output';
import { progressBar } from '../progress-bar';
import { onFoundation } from './on-foundation';

/** Writes a backup while the program runs or stands still. */
export async function backupCommand(config: Config, env: NodeJS.ProcessEnv, file: string): Promise<void> {
  const passphrase = await askPassphrase(env, { twice: true });
  await onFoundation(config, async (foundation) => {
    const bar = progressBar('备份 {value} 条事件 {evidence} 份材料 用时 {duration_formatted}');
    const count = await writeBackup(foundation, file, passphrase, ({ events, evidence }) =>
      bar.update(events, { evidence }),
    ).finally(() => bar.stop());
    say(`已备份到 ${file}：${count.events} 条事件、${count.evidence} 份佐证材料，以及账号。`);
    say('恢复时需要备份口令，请与备份文件分开保管；文件中的事件和材料没有加密。');
  });
}
