import { LIFECYCLE } from '#domain';
import { type TaskDetail } from '../api/answer';
import { actWord } from '../telling';
import { WORDS } from '../words';
import { type Act, type ActSubject } from './act';
import { kindOf } from './act-order';

/** What the words of an act are made from. */
export type PlannedTask = Pick<TaskDetail, 'leadUnits' | 'withdrawable'>;

/** How an act stands on a task for the person who asked: open, or not and why. */
export type ActStanding = TaskDetail['acts'][number];

/** The act's word on buttons. */
export function wordOf({ operation }: Act): string {
  return LIFECYCLE[operation].word;
}

/** What will happen and who will be told, before the act. */
export function beforeAct({ words }: Act, task: PlannedTask): string {
  return words.before(subjectOf(task));
}

/** What is true after the act. */
export function afterAct({ words }: Act, task: PlannedTask): string {
  return words.done(subjectOf(task));
}

/** Whether the person may take the act back until the next one acts. */
export function canTakeBack({ operation }: Act): boolean {
  return LIFECYCLE[operation].withdrawable;
}

/** Whether there is no way back after the act: its button is red. */
export function isFinal(act: Act): boolean {
  return kindOf(act.operation) === 'final';
}

/** How the act stands on a task; undefined where none of the person's posts permits it. */
export function standingOf({ operation }: Act, { acts }: Pick<TaskDetail, 'acts'>): ActStanding | undefined {
  // The api still lists closing by its first half, the reservation of its number.
  const listed = operation === 'task.close' ? 'number.reserve' : operation;
  return acts.find((each) => each.operation === listed);
}

function subjectOf({ leadUnits, withdrawable }: PlannedTask): ActSubject {
  const names = leadUnits.map(({ name }) => name).join(WORDS.parts.and);
  return {
    leads: names === '' ? WORDS.terms.leadUnit : names,
    step: actWord(withdrawable?.step ?? '') ?? WORDS.acts.step,
  };
}
