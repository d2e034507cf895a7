import { noTask, soundBody, taskIn, usualActor } from '../../testing';
import {
  ENDED,
  lifecycleFaults,
  type LifecycleLine,
  RUNNING,
  statusWord,
  TASK_ACTS,
  TASK_STATUSES,
  type TaskCommandType,
  type TaskStatus,
} from '.';

type Act = Exclude<TaskCommandType, 'task.draft' | 'task.begin-child'>;

const ACTS = Object.values(TASK_ACTS).flatMap(({ type }): Act[] =>
  type === 'task.draft' || type === 'task.begin-child' ? [] : [type],
);

/** A unit may still have to answer while others are at work, or are checked. */
const UNITS_ANSWER = ['task.accept', 'task.decline', 'task.accept-on-behalf', 'task.decline-on-behalf'] as const;
/** A leader asks the units of a task that they have, and each answers, also while the leads are checked. */
const INSTRUCTIONS = [
  'task.instruct',
  'task.instruct-on-behalf',
  'task.answer-instruction',
  'task.answer-instruction-on-behalf',
] as const;
/** Each unit for its own part. */
const UNITS_WORK = [
  ...UNITS_ANSWER,
  ...INSTRUCTIONS,
  'task.report',
  'task.request-closure',
  'task.extend',
  // Whatever a unit without an account does is recorded by the office.
  'task.report-on-behalf',
  'task.request-closure-on-behalf',
  'task.extend-on-behalf',
] as const;
/** Wherever the task stands on the account: what waits for a second person is decided, the end of a child is noted, and a delay read of. */
const ANYWHERE = ['task.decide-proposal', 'task.recall-proposal', 'task.note-child', 'task.note-read'] as const;
const JUDGED = [
  'task.return',
  'task.correct',
  'task.void',
  'task.terminate',
  'task.withdraw',
  'task.fire-rung',
  'task.move-rules',
  'task.propose-listing',
  'task.take-measure',
] as const;

/** The acts of each status once more, written down from the field's own page rather than from the code. */
const OPEN_ACTS: Readonly<Record<TaskStatus, readonly Act[]>> = {
  draft: ['task.correct-draft', 'task.confirm', 'task.hang', 'task.void'],
  hung: [
    'task.confirm',
    'task.assign',
    'task.split',
    'task.correct',
    'task.void',
    'task.terminate',
    'task.withdraw',
    'task.fire-rung',
    'task.move-rules',
    'task.propose-listing',
    'task.take-measure',
    ...ANYWHERE,
  ],
  assigned: [
    ...UNITS_WORK,
    'task.urge',
    'task.suspend',
    'task.split',
    'task.correct',
    'task.void',
    'task.terminate',
    'task.withdraw',
    'task.fire-rung',
    'task.move-rules',
    'task.propose-listing',
    'task.take-measure',
    ...ANYWHERE,
  ],
  declined: [
    ...UNITS_WORK,
    'task.confirm',
    'task.assign',
    'task.urge',
    'task.suspend',
    'task.split',
    'task.correct',
    'task.void',
    'task.terminate',
    'task.withdraw',
    'task.fire-rung',
    'task.move-rules',
    'task.propose-listing',
    'task.take-measure',
    ...ANYWHERE,
  ],
  underway: [
    ...UNITS_WORK,
    'task.urge',
    'task.suspend',
    'task.split',
    'task.correct',
    'task.void',
    'task.terminate',
    'task.withdraw',
    'task.fire-rung',
    'task.move-rules',
    'task.propose-listing',
    'task.take-measure',
    ...ANYWHERE,
  ],
  suspended: [
    'task.resume',
    // Asked before the suspension, or of a day that it does not move far enough.
    'task.extend',
    'task.extend-on-behalf',
    'task.correct',
    'task.void',
    'task.terminate',
    'task.withdraw',
    'task.fire-rung',
    'task.move-rules',
    'task.propose-listing',
    'task.take-measure',
    ...ANYWHERE,
  ],
  'closure-requested': [...UNITS_ANSWER, ...INSTRUCTIONS, 'task.verify', ...JUDGED, ...ANYWHERE],
  verified: [...UNITS_ANSWER, ...INSTRUCTIONS, 'task.close', ...JUDGED, ...ANYWHERE],
  returned: [
    ...UNITS_WORK,
    'task.urge',
    'task.suspend',
    'task.split',
    'task.correct',
    'task.void',
    'task.terminate',
    'task.withdraw',
    'task.fire-rung',
    'task.move-rules',
    'task.propose-listing',
    'task.take-measure',
    ...ANYWHERE,
  ],
  // Whatever the end was, its wording takes a clerical correction.
  closed: ['task.correct-record'],
  voided: ['task.correct-record'],
  terminated: ['task.correct-record'],
};

const OTHER_RULES = [
  '',
  'TIMER.OBSOLETE',
  'TASK.UNIT_GONE',
  'TASK.DELAY_OVER',
  'TASK.NOT_ACCEPTED',
  'TASK.NOTHING_REPORTED',
  'TASK.NOTHING_TO_EXTEND',
  'TASK.ALREADY_ANSWERED',
  'TASK.LANE_DECLINED',
  'TASK.NOBODY_TO_URGE',
  'TASK.NOT_YOUR_STEP',
  'TASK.NOTHING_TO_WITHDRAW',
  'TASK.NO_PROPOSAL',
  'TASK.NO_OWN_PROPOSAL',
  'TASK.CHILD_UNKNOWN',
  'TASK.NO_INSTRUCTION',
  'TASK.NOBODY_TO_INSTRUCT',
  'TASK.NOTHING_TO_READ',
];

describe('the lifecycle', () => {
  it('is sound', () => {
    expect(lifecycleFaults()).toEqual([]);
  });

  it('has a word for every status and every act', () => {
    const words = [...TASK_STATUSES.map(statusWord), ...Object.values(TASK_ACTS).map(({ word }) => word)];
    expect(words.filter((word) => !/^\p{Script=Han}+$/u.test(word))).toEqual([]);
    expect(new Set(TASK_STATUSES.map(statusWord)).size).toBe(TASK_STATUSES.length);
  });

  it('lets limits run only while units may have the task in hand', () => {
    expect([...RUNNING].sort()).toEqual(['assigned', 'declined', 'returned', 'underway']);
  });

  it('offers nothing to withdraw after the end', () => {
    const ending = Object.values(TASK_ACTS).filter(({ to }) =>
      ENDED.some((status) => to.some((next) => next === status)),
    );
    expect(ending.map(({ type, withdrawable }) => [type, withdrawable])).toEqual([
      ['task.close', false],
      ['task.terminate', false],
      ['task.void', false],
    ]);
  });
});

describe('a task that is not there yet', () => {
  it.each(ACTS)('refuses %s', (act) => {
    noTask.when(act, soundBody(act)).then('TASK.UNKNOWN');
  });
});

describe.each(TASK_STATUSES)('a task that is %s', (status) => {
  const story = taskIn(status);

  it('stands in that status', () => {
    expect(story.state?.status).toBe(status);
  });

  it.each(ACTS.filter((act) => !OPEN_ACTS[status].includes(act)))('refuses %s', (act) => {
    const code = act === 'task.close' && status === 'closed' ? 'TASK.ALREADY_CLOSED' : 'TASK.STEP_NOT_OPEN';
    story.when(act, soundBody(act), { by: usualActor(act) }).then(code);
  });

  it.each(OPEN_ACTS[status])('is open to %s', (act) => {
    const { result } = story.when(act, soundBody(act), { by: usualActor(act) });
    const code = result.kind === 'rejected' ? result.rejection.code : '';
    // Other rules may refuse it (a step of somebody else's, a lane that has answered or has yet to); the status does not.
    expect(OTHER_RULES).toContain(code);
  });
});

describe('where an act leads', () => {
  const leading = ACTS.filter((act) =>
    TASK_STATUSES.some((status) => TASK_ACTS[act].to.some((next) => next === status)),
  );

  it.each(leading)('%s leads where it declares, from every status with one lead', (act) => {
    const { from, to } = TASK_ACTS[act];
    for (const status of from) {
      const outcome = taskIn(status).when(act, soundBody(act), { by: usualActor(act) });
      // In some statuses the act is open to another unit only: see the rules of the act.
      if (outcome.result.kind === 'rejected') continue;
      const expected = to.map((next) => (next === 'same' ? status : next));
      expect(expected).toContain(outcome.state?.status);
    }
  });

  it('says in a refusal where the task stands and when the act is open', () => {
    const refusal = (status: TaskStatus, act: 'task.report' | 'task.verify' | 'task.hang') => {
      const { result } = taskIn(status).when(act, soundBody(act), { by: usualActor(act) });
      return result.kind === 'rejected' && result.rejection.message;
    };
    expect(refusal('underway', 'task.verify')).toBe('任务现为“办理中”，“初核中”时才能核验通过。');
    expect(refusal('closure-requested', 'task.report')).toBe(
      '任务现为“初核中”（自 2025-03-03 起待核验人核验），“退回整改”时才能填报。',
    );
    expect(refusal('underway', 'task.hang')).toBe('任务现为“办理中”，“待确认”时才能挂账。');
    expect(refusal('closed', 'task.report')).toBe('任务现为“已销号”，不再办理。');
  });
});

describe('lifecycle faults', () => {
  const line = (from: readonly TaskStatus[], to: LifecycleLine['to'][number]): LifecycleLine => ({ from, to: [to] });
  const without = (...acts: readonly Act[]): Readonly<Record<string, LifecycleLine>> =>
    Object.fromEntries(ACTS.filter((act) => !acts.includes(act)).map((act) => [act, TASK_ACTS[act]]));

  it('name a status that no act leads to, though a step may be taken back to anywhere', () => {
    expect(lifecycleFaults(without('task.decline', 'task.decline-on-behalf'))).toEqual(['no act leads to declined']);
  });

  it('name a status that can only be reached from where nobody comes', () => {
    const noRequest = {
      ...without('task.request-closure', 'task.request-closure-on-behalf'),
      // Both may complete the leads that have asked: by leaving out the one that all others waited for.
      'task.assign': line(['hung'], 'assigned'),
      'task.correct': line(['hung'], 'same'),
    };
    expect(lifecycleFaults(noRequest)).toEqual([
      'no act leads to closure-requested',
      'no act leads to verified',
      'no act leads to returned',
      'no act leads to closed',
    ]);
  });

  it('name an act that leaves an ended status', () => {
    expect(lifecycleFaults({ ...TASK_ACTS, 'task.again': line(['closed'], 'hung') })).toEqual([
      'closed is ended but an act leaves it',
    ]);
  });

  it('take an act that leaves an ended task where it stands, and none that leads back from the end', () => {
    const after = (to: LifecycleLine['to'][number]) => lifecycleFaults({ ...TASK_ACTS, 'task.after': line(ENDED, to) });
    expect(after('same')).toEqual([]);
    expect(after('back')).toEqual(ENDED.map((status) => `${status} is ended but an act leaves it`));
  });

  it('name a status without a way out', () => {
    const stuck = {
      ...without('task.close', 'task.return'),
      'task.void': line(['draft'], 'voided'),
      'task.terminate': line(['hung'], 'terminated'),
      // A correction leads from wherever it is open to where the task is under way.
      'task.correct': line(['hung'], 'same'),
      // So do accepting and what a unit without an account says.
      'task.accept': line(['assigned'], 'underway'),
      'task.suspend': line(['underway'], 'suspended'),
      'task.decline': line(['assigned'], 'declined'),
      'task.accept-on-behalf': line(['assigned'], 'underway'),
      'task.decline-on-behalf': line(['assigned'], 'declined'),
      'task.report-on-behalf': line(['assigned'], 'underway'),
    };
    expect(lifecycleFaults(stuck)).toEqual([
      'no act leaves suspended',
      'no act leaves verified',
      'no act leads to returned',
      'no act leads to closed',
    ]);
  });

  it.each(['same', 'back', 'draft'] as const)('do not take an act that leads to %s for a way out', (to) => {
    const kept = { ...without('task.void', 'task.hang', 'task.terminate'), 'task.stay': line(['draft'], to) };
    expect(lifecycleFaults(kept)).toContain('no act leaves draft');
  });
});
