import { LIFECYCLE, type Operation } from '#domain';
import { type TaskDetail } from '../api/answer';
import { WORDS } from '../words';

/** The acts that have a form here. A closing is the reservation of its number. */
export type ActOperation = keyof typeof WORDS.acts.before & Operation;

/** What a plan is made of. */
export type PlannedTask = Pick<TaskDetail, 'leadUnits' | 'withdrawable'>;

/** Whether an operation of a task's acts has a form here. */
export function isAct(operation: string): operation is ActOperation {
  return operation in WORDS.acts.before;
}

/** The act's line in the lifecycle table. */
function lineOf(operation: ActOperation) {
  return operation === 'number.reserve' ? LIFECYCLE['task.close'] : LIFECYCLE[operation];
}

/** The act's word on buttons. */
export function wordOf(operation: ActOperation): string {
  return lineOf(operation).word;
}

/** What will happen and who will be told, before the act. */
export function beforeAct(operation: ActOperation, task: PlannedTask): string {
  return WORDS.acts.before[operation](subjectOf(operation, task));
}

/** What is true after the act. */
export function afterAct(operation: ActOperation, task: PlannedTask): string {
  return WORDS.acts.done[operation](subjectOf(operation, task));
}

/** Whether the person may take the act back until the next one acts. */
export function canTakeBack(operation: ActOperation): boolean {
  return lineOf(operation).withdrawable;
}

/** Acts after which there is no way back: their buttons are red. */
export function isFinal(operation: ActOperation): boolean {
  return operation === 'task.void' || operation === 'task.terminate';
}

/** The step that can be taken back, by its word. */
export function stepWord({ withdrawable }: Pick<TaskDetail, 'withdrawable'>): string {
  const line = Object.entries(LIFECYCLE).find(([act]) => act === withdrawable?.step)?.[1];
  return line?.word ?? WORDS.acts.step;
}

function subjectOf(operation: ActOperation, task: PlannedTask): string {
  if (operation === 'task.withdraw') return stepWord(task);
  return task.leadUnits.length === 0
    ? WORDS.terms.leadUnit
    : task.leadUnits.map(({ name }) => name).join(WORDS.parts.and);
}

/** Acts that lead a task on, in the order in which they are offered. */
const LEADING_ACTS: readonly ActOperation[] = [
  'task.accept',
  'task.report',
  'task.confirm',
  'task.hang',
  'task.assign',
  'task.verify',
  'number.reserve',
  'task.request-closure',
];

/** Acts that nobody waits for: they mend, hasten, send back or end. What cannot be undone is offered last. */
const SIDE_ACTS: readonly ActOperation[] = [
  'task.return',
  'task.decline',
  'task.report-on-behalf',
  'task.urge',
  'task.correct-draft',
  'task.correct',
  'task.withdraw',
  'task.terminate',
  'task.void',
];

const RANK = [...LEADING_ACTS, ...SIDE_ACTS];

/** The acts of a task that have a form, the main one first; and those that are not open, with why. */
export function offeredActs({ acts }: Pick<TaskDetail, 'acts'>): {
  open: ActOperation[];
  closed: { operation: ActOperation; reason: string }[];
} {
  const rank = (operation: ActOperation): number => RANK.indexOf(operation);
  const known = acts.flatMap(({ operation, open, reason }) => (isAct(operation) ? [{ operation, open, reason }] : []));
  const sorted = [...known].sort((one, other) => rank(one.operation) - rank(other.operation));
  return {
    open: sorted.filter(({ open }) => open).map(({ operation }) => operation),
    closed: sorted.flatMap(({ operation, open, reason }) => (open ? [] : [{ operation, reason: reason ?? '' }])),
  };
}

/**
 * The act that is meant first: one that leads on. A draft wants its units and limits confirmed before it is hung, and what was
 * confirmed already is hung.
 */
export function mainAct(task: Pick<TaskDetail, 'acts' | 'limitsConfirmed'>): ActOperation | null {
  const { open } = offeredActs(task);
  const leading = open.filter((operation) => LEADING_ACTS.includes(operation));
  const first = task.limitsConfirmed === null ? leading : leading.filter((operation) => operation !== 'task.confirm');
  return first[0] ?? null;
}
