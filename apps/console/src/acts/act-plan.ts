import { TASK_ACTS } from '#domain';
import { type TaskDetail } from '../api/answer';
import { awaitedLeads, laneNames } from '../parts/lanes';
import { actWord } from '../telling';
import { WORDS } from '../words';
import { type Act, type ActSubject } from './act';

/** What the words of an act are made from. */
export type PlannedTask = Pick<TaskDetail, 'leadUnits' | 'lanes' | 'withdrawable' | 'taskNumber' | 'closingNumber'>;

/** The act's word on buttons. */
export function wordOf({ operation }: Act): string {
  return TASK_ACTS[operation].word;
}

/**
 * What will happen and who will be told, before the act.
 * @param own the units of the person's posts
 */
export function beforeAct({ words }: Act, task: PlannedTask, own: ReadonlySet<string>): string {
  return words.before(subjectOf(task, own));
}

/**
 * What is true after the act.
 * @param task as it stood before the act
 * @param own the units of the person's posts
 */
export function afterAct({ words }: Act, task: PlannedTask, own: ReadonlySet<string>): string {
  return words.done(subjectOf(task, own));
}

/** How the act stands for the person on this task; undefined where their posts do not permit it. */
export function standingOf(
  { operation }: Act,
  { acts }: Pick<TaskDetail, 'acts'>,
): TaskDetail['acts'][number] | undefined {
  return acts.find((standing) => standing.operation === operation);
}

/** True when the person may take the act back until the next one acts. */
export function canTakeBack({ operation }: Act): boolean {
  return TASK_ACTS[operation].withdrawable;
}

/** True when the act cannot be undone. Its button is red. */
export function isFinal({ operation }: Act): boolean {
  return TASK_ACTS[operation].offered === 'final';
}

/** True when the act moves the task forward, so that somebody waits for it. */
export function isLeading({ operation }: Act): boolean {
  return TASK_ACTS[operation].offered === 'leading';
}

function subjectOf(task: PlannedTask, own: ReadonlySet<string>): ActSubject {
  const { leadUnits, withdrawable, taskNumber, closingNumber } = task;
  const awaited = awaitedLeads(task);
  // In practice one person may stand for several leads, and acts for one at a time.
  const mine = awaited.find(({ unit }) => own.has(unit.unitId));
  const others = awaited.filter((lane) => lane !== mine);
  return {
    leads: leadUnits.map(({ name }) => name).join(WORDS.parts.and) || WORDS.terms.leadUnit,
    others: laneNames(others) || null,
    step: actWord(withdrawable?.step ?? '') ?? WORDS.acts.step,
    hung: taskNumber !== null,
    closingNumber,
  };
}
