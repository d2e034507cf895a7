import { isEnded, type TaskStatus } from '#domain';
import { TASK_WORDS } from '../../words/task.words';
import { type Lane } from '../lanes';

const words = TASK_WORDS.lanes;

/** How far a unit has come with its part. A task that has ended waits for no answer any more. */
export function laneStepWord({ answer, claimedOn }: Pick<Lane, 'answer' | 'claimedOn'>, status: TaskStatus): string {
  if (claimedOn !== null) return words.claimed(claimedOn);
  return answer === 'waiting' && isEnded({ status }) ? words.endedUnanswered : words[answer];
}
