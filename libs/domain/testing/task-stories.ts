import {
  type Actor,
  addDays,
  AGGREGATES,
  type Facts,
  laneOf,
  type Limit,
  openProposals,
  TAKE_MEASURE,
  type RecordedTaskEvent,
  reportableParts,
  type TaskCommand,
  type TaskCommandType,
  TASK_ACTS,
  type TaskEvent,
  type TaskState,
  type TaskStatus,
} from '../src';
import { PEOPLE, SAMPLE_STAFF } from './actors';
import { FIRST_DAY, NO_FACTS } from './circumstances';
import { aLimit, draftTask } from './drafts';
import { type Outcome, Story } from './given-when-then';
import { UNITS } from './ids';

/** The body of a command as people and programs send it, before defaults are filled in. */
export type TaskInput<Type extends TaskCommandType> = (typeof TASK_ACTS)[Type]['sample'];

/** A file that the sample store holds, and its reference in a report. */
export const KNOWN_FILE = 'a'.repeat(64);
export const EVIDENCE = { hash: KNOWN_FILE, fileName: '实施方案.pdf', mediaType: 'application/pdf', size: 2_048 };

/** The office stands above all others. */
const LINEAGE: ReadonlyMap<string, readonly string[]> = new Map(
  Object.values(UNITS).map((unitId) => [unitId, [unitId, UNITS.office]]),
);

/** What the sample task knows of other streams. */
export const TASK_FACTS: Facts = {
  ...NO_FACTS,
  knownUnits: new Set([UNITS.office, UNITS.health, UNITS.finance, UNITS.insurance, UNITS.healthDivision]),
  lineage: LINEAGE,
  staff: { posts: SAMPLE_STAFF, lineage: LINEAGE },
  knownFiles: new Set([KNOWN_FILE]),
  ledger: { code: 'YG2025', closingPrefix: '云医改销', practiceOf: null },
  reserved: { number: '云医改销〔2025〕1号', on: '2025-03-03' },
  ledgerNumbers: [],
  digest: 'd'.repeat(64),
};

type TaskActs = (typeof AGGREGATES)['task']['acts'];
export type TaskStory = Story<TaskState, TaskCommand, TaskEvent, RecordedTaskEvent, TaskActs>;
export type TaskOutcome = Outcome<TaskState, TaskCommand, TaskEvent, RecordedTaskEvent, TaskActs>;

/** A story of a task; it begins with nothing. */
export const noTask: TaskStory = new Story({
  aggregate: AGGREGATES.task,
  acts: AGGREGATES.task.acts,
  facts: TASK_FACTS,
  actor: PEOPLE.clerk,
});

/** A sound body of a command, as its act gives it; tests change the part that they are about. */
export function soundBody<Type extends TaskCommandType>(type: Type): TaskInput<Type> {
  return TASK_ACTS[type].sample;
}

const PERSONS: readonly Actor[] = Object.values(PEOPLE);

/** Who usually takes an act: the first of the sample office's people in the role that its grants name first. */
export function usualActor(type: TaskCommandType): Actor {
  const role = TASK_ACTS[type].grants[0]?.[0];
  const person = PERSONS.find(({ posts }) => posts.some((post) => post.role === role));
  if (!person) throw new Error(`nobody of the sample office may ${type}`);
  return person;
}

/** An act as it usually is taken, but for the day or the person. */
interface Usual {
  readonly act: TaskCommandType;
  readonly today?: string;
  readonly by?: Actor;
}

/** Goes on with the approval of whatever waits for a second person. */
export function approved(story: TaskStory): TaskStory {
  // What the ladder proposes waits for a leader.
  const open = story.state ? openProposals(story.state).filter(({ act }) => act !== TAKE_MEASURE) : [];
  return open.reduce(
    (told, { proposalId, by }) =>
      told.after(
        'task.decide-proposal',
        { proposalId, result: 'approved' },
        { by: by.accountId === PEOPLE.secondClerk.accountId ? PEOPLE.clerk : PEOPLE.secondClerk },
      ),
    story,
  );
}

/** Goes on with a correction, and with another clerk's approval where it takes one. */
export function corrected(story: TaskStory, changes: TaskInput<'task.correct'>['changes'], reason = '更正'): TaskStory {
  return approved(story.after('task.correct', { changes, reason }));
}

/** Goes on with an act as it usually is taken: sound, and by the one who usually takes it. */
export function usually(story: TaskStory, ...acts: readonly (TaskCommandType | Usual)[]): TaskStory {
  return acts.reduce((told, each) => {
    const { act, today = told.today, by }: Usual = typeof each === 'string' ? { act: each } : each;
    return approved(told.after(act, soundBody(act), { by: by ?? usualActor(act), today }));
  }, story);
}

const TO_DRAFT = ['task.draft', 'task.confirm'] as const;
const TO_HUNG = [...TO_DRAFT, 'task.hang'] as const;
const TO_ASSIGNED = [...TO_HUNG, 'task.assign'] as const;
const OF_SUPPORT: Usual = { act: 'task.accept', by: PEOPLE.supportReporter };
const TO_UNDERWAY = [...TO_ASSIGNED, 'task.accept', OF_SUPPORT, 'task.report'] as const;
const TO_REQUESTED = [...TO_UNDERWAY, 'task.request-closure'] as const;
const TO_VERIFIED = [...TO_REQUESTED, 'task.verify'] as const;

/** The ways of a task that leads straight to its closing. Every other status is one act away from one of these. */
const STRAIGHT: Partial<Readonly<Record<TaskStatus, readonly (TaskCommandType | Usual)[]>>> = {
  draft: TO_DRAFT,
  hung: TO_HUNG,
  assigned: TO_ASSIGNED,
  underway: TO_UNDERWAY,
  'closure-requested': TO_REQUESTED,
  verified: TO_VERIFIED,
  // Suspended while its units work on it.
  suspended: [...TO_UNDERWAY, 'task.suspend'],
};

/** The acts that lead to a status in the usual way. */
function wayTo(status: TaskStatus): readonly (TaskCommandType | Usual)[] {
  const straight = STRAIGHT[status];
  if (straight) return straight;
  const ways = Object.values(TASK_ACTS).flatMap(({ type, from, to }) => {
    const before = to.some((next) => next === status) && from.find((each) => STRAIGHT[each]);
    return before ? [[...wayTo(before), type]] : [];
  });
  const [way] = ways;
  if (!way) throw new Error(`no act leads to ${status} from the straight way`);
  return way;
}

/** The sample task in a status, by the shortest usual way; under way it has one report. All on one day. */
export function taskIn(status: TaskStatus, start: TaskStory = noTask): TaskStory {
  return usually(start, ...wayTo(status));
}

/** The state of a story that has begun. @throws Error when there is no task yet */
export function stateOf(story: { readonly state: TaskState | null }): TaskState {
  if (story.state === null) throw new Error('the story has no task yet');
  return story.state;
}

/** The sample task assigned to two leads, health and finance. */
export const assignedToTwo: TaskStory = noTask
  .after('task.draft', soundBody('task.draft'), { by: PEOPLE.engine })
  .after('task.confirm', { leadUnitIds: [UNITS.health, UNITS.finance], supportUnitIds: [], limits: 'confirmed' })
  .after('task.hang', soundBody('task.hang'))
  .after('task.assign', soundBody('task.assign'));

/** The people of the two leads. */
export const OF_HEALTH = { by: PEOPLE.reporter };
export const OF_FINANCE = { by: PEOPLE.supportReporter };

/** The sample task with two leads that have accepted. */
export const withTwoLeads: TaskStory = assignedToTwo
  .after('task.accept', {}, OF_HEALTH)
  .after('task.accept', {}, OF_FINANCE);

/** A limit of a story as a report of a lane names it: the dated limit, or the oldest period that the lane owes. */
export function oldestOf(story: TaskStory, limitId: string, unitId: string = UNITS.health): DonePart {
  const state = stateOf(story);
  const lane = laneOf(state, unitId);
  const part = lane && reportableParts(state, lane, story.today).find((each) => each.limitId === limitId);
  return { limitId, period: part?.period ?? null };
}

interface DonePart {
  readonly limitId: string;
  readonly period: string | null;
}

/** The sample task under way with one recurring limit (L3) in place of the dated ones; assigned on the given day, by default on the first day of stories. */
export function recurringTask(change: Partial<Limit> = {}, today: string = FIRST_DAY): TaskStory {
  const limits = [aLimit('L3', { due: null, recurrence: 'quarterly', ...change })];
  const draft = noTask.on(today).after('task.draft', draftTask({ limits }), { by: PEOPLE.engine });
  return usually(draft, 'task.confirm', 'task.hang', 'task.assign', 'task.accept');
}

/** A task under way that owes twenty periods more with every day, from {@link FIRST_DAY} on: on its hundredth day 2,000. It was assigned the day before. */
export function dailyTask(): TaskStory {
  const limits = Array.from({ length: 20 }, (_, index) => aLimit(`L${index + 1}`, { due: null, recurrence: 'daily' }));
  const draft = noTask.on(addDays(FIRST_DAY, -1)).after('task.draft', draftTask({ limits }), { by: PEOPLE.engine });
  return usually(draft, 'task.confirm', 'task.hang', 'task.assign', 'task.accept', 'task.report').on(FIRST_DAY);
}
