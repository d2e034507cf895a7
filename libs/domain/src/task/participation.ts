import { type Evidence, MAX_FILES_SEEN } from './task.parts';
import { type TaskState } from './task.state';

/** Notes that an account reported, or asked for closure. */
export function reportedBy({ participation }: TaskState, accountId: string): TaskState['participation'] {
  const reported = withAccount(participation.reported, accountId);
  return reported === participation.reported ? participation : { ...participation, reported };
}

/** Notes that an account passed or returned a task. */
export function checkedBy({ participation }: TaskState, accountId: string): TaskState['participation'] {
  const checked = withAccount(participation.checked, accountId);
  return checked === participation.checked ? participation : { ...participation, checked };
}

function withAccount(accounts: readonly string[], accountId: string): readonly string[] {
  return accounts.includes(accountId) ? accounts : [...accounts, accountId];
}

/** The files of the round with those of one more report, each once; of many, the newest. */
export function withFiles(files: readonly string[], added: readonly Evidence[]): readonly string[] {
  if (added.length === 0) return files;
  return [...new Set([...files, ...added.map(({ hash }) => hash)])].slice(-MAX_FILES_SEEN);
}
