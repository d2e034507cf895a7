import { type z } from 'zod';
import {
  decideTask,
  evolveTask,
  type TaskCommandType,
  taskCommandSchemas,
  type TaskEvent,
  taskEventSchemas,
  type TaskFacts,
  type TaskState,
  type TaskStatus,
} from '../src';
import { PEOPLE } from './actors';
import { draftTask } from './drafts';
import { type Outcome, Story } from './given-when-then';
import { UNITS } from './ids';

/** The body of a command as people and programs send it, before defaults are filled in. */
export type TaskInput<Type extends TaskCommandType> = z.input<(typeof taskCommandSchemas)[Type]>;

/** A file that the sample store holds, and its reference in a report. */
export const KNOWN_FILE = 'a'.repeat(64);
export const EVIDENCE = { hash: KNOWN_FILE, fileName: '实施方案.pdf', mediaType: 'application/pdf', size: 2_048 };

/** What the sample task knows of other streams. */
export const TASK_FACTS: TaskFacts = {
  knownUnits: new Set([UNITS.office, UNITS.health, UNITS.finance, UNITS.insurance, UNITS.healthDivision]),
  knownEvidence: new Set([KNOWN_FILE]),
  ledgerCode: 'YG2025',
  practice: false,
};

export type TaskStory = Story<typeof taskCommandSchemas, TaskState, TaskEvent, TaskFacts>;
export type TaskOutcome = Outcome<typeof taskCommandSchemas, TaskState, TaskEvent, TaskFacts>;

/** A story of a task; it begins with nothing. */
export const noTask: TaskStory = new Story<typeof taskCommandSchemas, TaskState, TaskEvent, TaskFacts>({
  schemas: taskCommandSchemas,
  events: taskEventSchemas,
  decide: decideTask,
  evolve: evolveTask,
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
  'task.close': { outcome: 'rectified', statement: '同意销号', closingNumber: '云医改销〔2025〕1号' },
  'task.void': { reason: '重复录入' },
  'task.terminate': { reason: '政策调整', authority: { kind: 'meeting', reference: '市政府第102次常务会议' } },
  'task.correct': { changes: { title: '推进分级诊疗' }, reason: '录入有误' },
  'task.urge': { message: '请尽快报送进展' },
  'task.withdraw': {},
  'task.fire-timer': {
    timerId: 'timer',
    limitId: 'L1',
    period: null,
    rungId: 'due',
    kind: 'due',
    due: '2025-06-30',
  },
  'task.open-period': { limitId: 'L3', period: '2025-Q1' },
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
  'task.fire-timer': PEOPLE.engine,
  'task.open-period': PEOPLE.engine,
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
