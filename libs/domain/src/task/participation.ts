import { type Evidence, MAX_FILES_SEEN, type OnBehalf } from './task.parts';
import { type TaskState } from './task.state';

/** What a report, or a request for closure, leaves: who sent it or recorded it, and its files with the returned sheet. */
export function reportedBy(
  state: TaskState,
  { evidence: sent, onBehalf }: { readonly evidence: readonly Evidence[]; readonly onBehalf?: OnBehalf | undefined },
  accountId: string,
): Pick<TaskState, 'participation' | 'evidence'> {
  const evidence = withFiles(state.evidence, sent);
  if (onBehalf) return withRecording({ ...state, evidence }, onBehalf, accountId);
  const { participation } = state;
  const reported = withAccount(participation.reported, accountId);
  return {
    evidence,
    participation: reported === participation.reported ? participation : { ...participation, reported },
  };
}

/**
 * A unit's step as the state keeps it beside what the step itself changes: who recorded it on the unit's behalf, with the returned sheet
 * among the files of the round. Nothing changes for a step of the unit's own.
 */
export function withRecording(
  state: TaskState,
  onBehalf: OnBehalf | undefined,
  accountId: string,
): Pick<TaskState, 'participation' | 'evidence'> {
  const { participation, evidence } = state;
  if (onBehalf === undefined) return { participation, evidence };
  const recorded = withAccount(participation.recorded, accountId);
  return { participation: { ...participation, recorded }, evidence: withFiles(evidence, onBehalf.sheet) };
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
