import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { TaizhangError } from '#platform';

const VARIABLE = 'TAIZHANG_PASSPHRASE';

/**
 * The passphrase of a backup: from the environment, or typed at the terminal, where it is not shown.
 * @throws TaizhangError BACKUP.PASSPHRASE_MISSING, BACKUP.PASSPHRASE_MISTYPED
 */
export async function askPassphrase(env: NodeJS.ProcessEnv, { twice }: { readonly twice: boolean }): Promise<string> {
  const given = env[VARIABLE];
  if (given !== undefined && given !== '') return given;
  if (!process.stdin.isTTY) {
    const message = `请用环境变量 ${VARIABLE} 提供备份口令，或在终端中运行后输入。`;
    throw new TaizhangError('BACKUP.PASSPHRASE_MISSING', message);
  }
  const passphrase = await typed('备份口令：');
  if (twice && (await typed('再输入一次：')) !== passphrase) {
    throw new TaizhangError('BACKUP.PASSPHRASE_MISTYPED', '两次输入的口令不同，请重新运行。');
  }
  return passphrase;
}

async function typed(question: string): Promise<string> {
  process.stderr.write(question);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  try {
    return await new Promise<string>((resolve) => lines.question('', resolve));
  } finally {
    lines.close();
    process.stderr.write('\n');
  }
}
