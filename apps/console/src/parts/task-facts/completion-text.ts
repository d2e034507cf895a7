import { type TaskDetail } from '../../api/answer';
import { TASK_WORDS } from '../../words/task.words';

/** 2021-12-20 销号（逾期 3 个工作日完成）: of a closed task lateness is a fact of the past, by the limit that was done the latest. */
export function closedText(closedOn: string, limits: readonly Pick<TaskDetail['limits'][number], 'done'>[]): string {
  const late = Math.max(0, ...limits.map(({ done }) => done?.daysLate ?? 0));
  return late === 0 ? TASK_WORDS.closedOn(closedOn) : TASK_WORDS.closedLate(closedOn, late);
}

/** Something that a unit has done, with both of its days. */
export interface ShownCompletion {
  readonly key: string;
  /** The period, or what the limit is called; empty where that has been said. */
  readonly name: string;
  readonly unitName: string;
  /** The day that the unit states, in words. */
  readonly done: string;
  readonly recordedOn: string;
}

/** 2021年第2季度 市卫健局：填报完成日 2021-06-30，记录于 2021-07-20. */
export function completionText({ name, unitName, done, recordedOn }: ShownCompletion): string {
  const who = [name, unitName].filter(Boolean).join(' ');
  return TASK_WORDS.completions.one(who, done, recordedOn);
}
