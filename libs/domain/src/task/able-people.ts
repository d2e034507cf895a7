import { type AblePerson, holdersIn } from '../account/post-gaps';
import { isKeptOut, keptFromChecking, keptFromClosing, type KeptOut } from './separation';
import { type TaskState } from './task.state';

/** What an open task waits for and nobody can do. */
export const TASK_LACKS = ['verify', 'close'] as const;
export type TaskLack = (typeof TASK_LACKS)[number];

/** What must be known of a task to tell who may judge it. */
export type Judged = Pick<TaskState, 'ledgerId' | 'status' | 'lanes' | 'participation'>;

/**
 * What of an open task in earnest nobody could do by now: everybody with the post has had another part in it, or belongs to one of its units.
 * A task that is verified waits for its closing alone; before that, whoever checks does not close.
 */
export function lacksOfTask(task: Judged, people: readonly AblePerson[]): readonly TaskLack[] {
  const free = (role: 'verifier' | 'closer', kept: KeptOut): readonly string[] =>
    holdersIn(
      people.filter(({ accountId, posts }) => {
        const postedIn = new Set(posts.map(({ unitId }) => unitId));
        return !isKeptOut(kept, { accountId, postedIn });
      }),
      [role],
      task.ledgerId,
    );
  const closers = free('closer', keptFromClosing(task));
  if (task.status === 'verified') return closers.length === 0 ? ['close'] : [];
  const verifiers = free('verifier', keptFromChecking(task));
  const closing = closers.filter((closer) => verifiers.length === 0 || verifiers.some((each) => each !== closer));
  const lacking: Readonly<Record<TaskLack, boolean>> = { verify: verifiers.length === 0, close: closing.length === 0 };
  return TASK_LACKS.filter((lack) => lacking[lack]);
}
