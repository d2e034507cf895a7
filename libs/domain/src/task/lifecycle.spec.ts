import { noTask, SOUND, taskIn, USUAL_ACTOR } from '../../testing';
import {
  ENDED_STATUSES,
  LIFECYCLE,
  lifecycleFaults,
  type LifecycleLine,
  RUNNING_STATUSES,
  STATUS_WORDS,
  TASK_STATUSES,
  type TaskCommandType,
  taskCommandSchemas,
  type TaskStatus,
} from '.';

type Act = Exclude<TaskCommandType, 'task.draft'>;

const isAct = (type: string): type is Act => type in LIFECYCLE;
const ACTS = Object.keys(LIFECYCLE).filter(isAct);

/** The table once more, written down from the field's own page rather than from the code. */
const OPEN_ACTS: Readonly<Record<TaskStatus, readonly Act[]>> = {
  draft: ['task.correct-draft', 'task.confirm', 'task.hang', 'task.void'],
  hung: ['task.confirm', 'task.assign', 'task.correct', 'task.void', 'task.terminate', 'task.withdraw'],
  assigned: [
    'task.accept',
    'task.decline',
    'task.urge',
    'task.correct',
    'task.void',
    'task.terminate',
    'task.withdraw',
    'task.fire-timer',
    'task.open-period',
  ],
  declined: ['task.confirm', 'task.assign', 'task.correct', 'task.void', 'task.terminate', 'task.withdraw'],
  underway: [
    'task.report',
    'task.report-on-behalf',
    'task.request-closure',
    'task.urge',
    'task.correct',
    'task.void',
    'task.terminate',
    'task.withdraw',
    'task.fire-timer',
    'task.open-period',
  ],
  'closure-requested': ['task.verify', 'task.return', 'task.correct', 'task.void', 'task.terminate', 'task.withdraw'],
  verified: ['task.close', 'task.return', 'task.correct', 'task.void', 'task.terminate', 'task.withdraw'],
  returned: [
    'task.report',
    'task.report-on-behalf',
    'task.request-closure',
    'task.urge',
    'task.correct',
    'task.void',
    'task.terminate',
    'task.withdraw',
    'task.fire-timer',
    'task.open-period',
  ],
  closed: [],
  voided: [],
  terminated: [],
};

describe('lifecycle table', () => {
  it('has a line for every command but the first', () => {
    expect([...ACTS, 'task.draft'].sort()).toEqual(Object.keys(taskCommandSchemas).sort());
  });

  it('is sound', () => {
    expect(lifecycleFaults()).toEqual([]);
  });

  it('has a word for every status and every act', () => {
    const words = [...Object.values(STATUS_WORDS), ...Object.values(LIFECYCLE).map(({ word }) => word)];
    expect(words.filter((word) => !/^\p{Script=Han}+$/u.test(word))).toEqual([]);
    expect(new Set(Object.values(STATUS_WORDS)).size).toBe(TASK_STATUSES.length);
  });

  it('lets limits run only while a unit has the task in hand', () => {
    expect([...RUNNING_STATUSES].sort()).toEqual(['assigned', 'returned', 'underway']);
  });

  it('offers nothing to withdraw after the end', () => {
    const offered = Object.values(LIFECYCLE).filter(
      ({ to, withdrawable }) => to && ENDED_STATUSES.has(to) && withdrawable,
    );
    expect(offered).toEqual([]);
  });
});

describe('a task that is not there yet', () => {
  it.each(ACTS)('refuses %s', (act) => {
    noTask.when(act, SOUND[act]).then('TASK.UNKNOWN');
  });

  it('is drafted, once', () => {
    noTask.when('task.draft', SOUND['task.draft']).then(['task.drafted']);
    taskIn('draft').when('task.draft', SOUND['task.draft']).then('TASK.EXISTS');
    taskIn('closed').when('task.draft', SOUND['task.draft']).then('TASK.EXISTS');
  });
});

describe.each(TASK_STATUSES)('a task that is %s', (status) => {
  const story = taskIn(status);

  it('stands in that status', () => {
    expect(story.state?.status).toBe(status);
  });

  it.each(ACTS.filter((act) => !OPEN_ACTS[status].includes(act)))('refuses %s', (act) => {
    const code = act === 'task.close' && status === 'closed' ? 'TASK.ALREADY_CLOSED' : 'TASK.STEP_NOT_OPEN';
    story.when(act, SOUND[act], { by: USUAL_ACTOR[act] }).then(code);
  });

  if (OPEN_ACTS[status].length > 0) {
    it.each(OPEN_ACTS[status])('is open to %s', (act) => {
      const { result } = story.when(act, SOUND[act], { by: USUAL_ACTOR[act] });
      const code = result.kind === 'rejected' ? result.rejection.code : '';
      // Other rules may refuse it (a timer that is not due, a step of somebody else's); the table does not.
      expect(['', 'TIMER.OBSOLETE', 'TASK.NOT_YOUR_STEP', 'TASK.NOTHING_TO_WITHDRAW']).toContain(code);
    });
  }
});

describe('where an act leads', () => {
  it.each(ACTS.filter((act) => LIFECYCLE[act].to !== null))('%s leads where its line says', (act) => {
    for (const status of LIFECYCLE[act].from) {
      const outcome = taskIn(status).when(act, SOUND[act], { by: USUAL_ACTOR[act] });
      expect(outcome.state?.status).toBe(LIFECYCLE[act].to);
    }
  });

  it('says in a refusal where the task stands and which word is not open', () => {
    const { result } = taskIn('closed').when('task.report', SOUND['task.report']);
    expect(result.kind === 'rejected' && result.rejection.message).toBe(
      '任务现为“已销号”，不能填报，请刷新后按当前状态办理。',
    );
  });
});

describe('lifecycle faults', () => {
  const line = (from: readonly TaskStatus[], to: TaskStatus | null): LifecycleLine => ({
    from,
    to,
    word: '办理',
    withdrawable: false,
  });
  const without = (...acts: readonly Act[]) =>
    Object.fromEntries(ACTS.filter((act) => !acts.includes(act)).map((act) => [act, LIFECYCLE[act]]));

  it('names a status that no act leads to', () => {
    expect(lifecycleFaults(without('task.decline'))).toEqual(['no act leads to declined']);
  });

  it('names a status that can only be reached from where nobody comes', () => {
    expect(lifecycleFaults({ ...without('task.request-closure') })).toEqual([
      'no act leads to closure-requested',
      'no act leads to verified',
      'no act leads to returned',
      'no act leads to closed',
    ]);
  });

  it('names an act that leaves an ended status', () => {
    expect(lifecycleFaults({ ...LIFECYCLE, 'task.again': line(['closed'], 'hung') })).toEqual([
      'closed is ended but an act leaves it',
    ]);
  });

  it('names a status without a way out', () => {
    const stuck = {
      ...LIFECYCLE,
      'task.void': line(['draft'], 'voided'),
      'task.terminate': line(['hung'], 'terminated'),
    };
    const { 'task.close': _close, 'task.return': _return, ...rest } = stuck;
    expect(lifecycleFaults(rest)).toEqual([
      'no act leaves verified',
      'no act leads to returned',
      'no act leads to closed',
    ]);
  });

  it('does not take an act that keeps the status for a way out', () => {
    const kept = { ...without('task.void', 'task.hang', 'task.terminate'), 'task.stay': line(['draft'], 'draft') };
    expect(lifecycleFaults(kept)).toContain('no act leaves draft');
  });
});
