import { type z } from 'zod';
import {
  AGGREGATES,
  type Facts,
  type Limit,
  type RecordedTaskEvent,
  type TaskCommand,
  type TaskCommandType,
  type TASK_ACTS,
  type TaskEvent,
  type TaskState,
  type TaskStatus,
} from '../src';
import { PEOPLE } from './actors';
import { FIRST_DAY } from './circumstances';
import { aLimit, draftTask } from './drafts';
import { type Outcome, Story } from './given-when-then';
import { UNITS } from './ids';

/** The body of a command as people and programs send it, before defaults are filled in. */
export type TaskInput<Type extends TaskCommandType> = z.input<(typeof TASK_ACTS)[Type]['command']>;

/** A file that the sample store holds, and its reference in a report. */
export const KNOWN_FILE = 'a'.repeat(64);
export const EVIDENCE = { hash: KNOWN_FILE, fileName: '实施方案.pdf', mediaType: 'application/pdf', size: 2_048 };

/** What the sample task knows of other streams. */
export const TASK_FACTS: Facts = {
  knownUnits: new Set([UNITS.office, UNITS.health, UNITS.finance, UNITS.insurance, UNITS.healthDivision]),
  knownFiles: new Set([KNOWN_FILE]),
  ledger: { code: 'YG2025', closingPrefix: '云医改销', practiceOf: null },
  reserved: { number: '云医改销〔2025〕1号', on: '2025-03-03' },
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

/** A sound body for every command; tests change the part that they are about. */
export const SOUND: { readonly [Type in TaskCommandType]: TaskInput<Type> } = {
  'task.draft': draftTask(),
  'task.correct-draft': { changes: { title: '推进分级诊疗' } },
  'task.confirm': { leadUnitIds: [UNITS.health], supportUnitIds: [UNITS.finance], limits: 'confirmed' },
  'task.hang': {
    authority: { kind: 'document', reference: '云政发〔2021〕3号' },
    secrecyDeclared: true,
  },
  'task.assign': { requirements: '按月报送进展' },
  'task.accept': {},
  'task.decline': { reason: '职责不在本单位' },
  'task.report': { progress: '方案已印发' },
  'task.report-on-behalf': {
    progress: '方案已印发',
    onBehalf: { unitId: UNITS.finance, saidBy: '王科长', how: 'phone', saidOn: '2025-03-03' },
  },
  'task.request-closure': { selfCheck: '各项举措已完成', committed: true },
  'task.verify': { conclusion: '经核查资料属实' },
  'task.return': { missing: '缺少验收报告' },
  'task.close': { outcome: 'rectified', statement: '同意销号' },
  'task.void': { reason: '重复录入' },
  'task.terminate': { reason: '政策调整', authority: { kind: 'meeting', reference: '市政府第102次常务会议' } },
  'task.correct': { changes: { title: '推进分级诊疗' }, reason: '录入有误' },
  'task.urge': { message: '请尽快报送进展' },
  'task.withdraw': {},
  'task.fire-rung': {
    obligation: { lane: UNITS.health, limitId: 'L1', period: null },
    round: 1,
    climb: 1,
    rung: { rungId: 'due', kind: 'due' },
    due: '2025-06-30',
  },
};

/** Who usually takes an act. */
export const USUAL_ACTOR = {
  'task.draft': PEOPLE.engine,
  'task.correct-draft': PEOPLE.clerk,
  'task.confirm': PEOPLE.clerk,
  'task.hang': PEOPLE.clerk,
  'task.assign': PEOPLE.clerk,
  'task.accept': PEOPLE.reporter,
  'task.decline': PEOPLE.reporter,
  'task.report': PEOPLE.reporter,
  'task.report-on-behalf': PEOPLE.clerk,
  'task.request-closure': PEOPLE.unitHead,
  'task.verify': PEOPLE.verifier,
  'task.return': PEOPLE.verifier,
  'task.close': PEOPLE.closer,
  'task.void': PEOPLE.clerk,
  'task.terminate': PEOPLE.clerk,
  'task.correct': PEOPLE.clerk,
  'task.urge': PEOPLE.clerk,
  'task.withdraw': PEOPLE.clerk,
  'task.fire-rung': PEOPLE.engine,
} as const satisfies Record<TaskCommandType, unknown>;

/** Goes on with an act as it usually is taken: sound, and by the one who usually takes it. */
export function usually(
  story: TaskStory,
  ...acts: readonly (TaskCommandType | { readonly act: TaskCommandType; readonly today: string })[]
): TaskStory {
  return acts.reduce((told, each) => {
    const { act, today } = typeof each === 'string' ? { act: each, today: told.today } : each;
    return told.after(act, SOUND[act], { by: USUAL_ACTOR[act], today });
  }, story);
}

const TO_DRAFT = ['task.draft', 'task.confirm'] as const;
const TO_HUNG = [...TO_DRAFT, 'task.hang'] as const;
const TO_ASSIGNED = [...TO_HUNG, 'task.assign'] as const;
const TO_UNDERWAY = [...TO_ASSIGNED, 'task.accept', 'task.report'] as const;
const TO_REQUESTED = [...TO_UNDERWAY, 'task.request-closure'] as const;
const TO_VERIFIED = [...TO_REQUESTED, 'task.verify'] as const;

const WAYS: Readonly<Record<TaskStatus, readonly TaskCommandType[]>> = {
  draft: TO_DRAFT,
  hung: TO_HUNG,
  assigned: TO_ASSIGNED,
  declined: [...TO_ASSIGNED, 'task.decline'],
  underway: TO_UNDERWAY,
  'closure-requested': TO_REQUESTED,
  verified: TO_VERIFIED,
  returned: [...TO_REQUESTED, 'task.return'],
  closed: [...TO_VERIFIED, 'task.close'],
  voided: [...TO_HUNG, 'task.void'],
  terminated: [...TO_HUNG, 'task.terminate'],
};

/** The sample task in a status, by the shortest usual way; under way it has one report. All on one day. */
export function taskIn(status: TaskStatus, start: TaskStory = noTask): TaskStory {
  return usually(start, ...WAYS[status]);
}

/** The state of a story that has begun. @throws Error when there is no task yet */
export function stateOf(story: { readonly state: TaskState | null }): TaskState {
  if (story.state === null) throw new Error('the story has no task yet');
  return story.state;
}

/** The sample task assigned to two leads, health and finance. */
export const assignedToTwo: TaskStory = noTask
  .after('task.draft', SOUND['task.draft'], { by: PEOPLE.engine })
  .after('task.confirm', { leadUnitIds: [UNITS.health, UNITS.finance], supportUnitIds: [], limits: 'confirmed' })
  .after('task.hang', SOUND['task.hang'])
  .after('task.assign', SOUND['task.assign']);

/** The people of the two leads. */
export const OF_HEALTH = { by: PEOPLE.reporter };
export const OF_FINANCE = { by: PEOPLE.supportReporter };

/** The sample task with two leads that have accepted. */
export const withTwoLeads: TaskStory = assignedToTwo
  .after('task.accept', {}, OF_HEALTH)
  .after('task.accept', {}, OF_FINANCE);

/** The sample task under way with one recurring limit (L3) in place of the dated ones; assigned on the given day, the first of stories unless told otherwise. */
export function recurringTask(change: Partial<Limit> = {}, today: string = FIRST_DAY): TaskStory {
  const limits = [aLimit('L3', { due: null, recurrence: 'quarterly', ...change })];
  const draft = noTask.on(today).after('task.draft', draftTask({ limits }), { by: PEOPLE.engine });
  return usually(draft, 'task.confirm', 'task.hang', 'task.assign', 'task.accept');
}
