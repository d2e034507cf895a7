import { TASK_WORDS } from '../../words/task.words';

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
