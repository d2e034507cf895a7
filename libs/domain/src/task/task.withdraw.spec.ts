import { PEOPLE, SOUND, stateOf, taskIn, type TaskStory, USUAL_ACTOR, usually } from '../../testing';
import { type Actor } from '../shared/actor';
import { LIFECYCLE, type TaskState, type TaskStatus } from '.';

type Act = keyof typeof LIFECYCLE;

const isAct = (type: string): type is Act => type in LIFECYCLE;
const withdraw = (story: TaskStory, by: Actor) => story.when('task.withdraw', {}, { by });

/** The state without what a withdrawal does not give back: the revision of the last step. */
function standing({ undo: _undo, stepRevision: _step, ...rest }: TaskState): Omit<TaskState, 'undo' | 'stepRevision'> {
  return rest;
}

const TIMER = {
  timerId: 'timer-1',
  limitId: 'L1',
  period: null,
  rungId: 'remind-7',
  kind: 'remind',
  due: '2025-06-30',
} as const;
const fire = (story: TaskStory) => story.after('task.fire-timer', TIMER, { by: PEOPLE.engine });

const withdrawable: readonly (readonly [Act, TaskStatus])[] = Object.entries(LIFECYCLE).flatMap(([act, line]) =>
  isAct(act) && line.withdrawable ? line.from.map((status): readonly [Act, TaskStatus] => [act, status]) : [],
);

describe('withdrawing', () => {
  it.each(withdrawable)('%s from %s restores exactly what was', (act, status) => {
    const before = taskIn(status);
    const by = USUAL_ACTOR[act];
    const back = withdraw(before.after(act, SOUND[act], { by }), by);
    back.then([{ type: 'task.withdrawn', data: { step: act } }]);
    expect(standing(stateOf(back))).toEqual(standing(stateOf(before)));
  });

  it('is for one’s own step only', () => {
    withdraw(taskIn('assigned'), PEOPLE.secondClerk).then('TASK.NOT_YOUR_STEP');
    withdraw(taskIn('assigned'), PEOPLE.clerk).then(['task.withdrawn']);
  });

  it('is possible until the next person acts', () => {
    withdraw(usually(taskIn('assigned'), 'task.accept'), PEOPLE.clerk).then('TASK.NOT_YOUR_STEP');
    withdraw(
      taskIn('assigned').after('task.correct', SOUND['task.correct'], { by: PEOPLE.secondClerk }),
      PEOPLE.clerk,
    ).then('TASK.NOTHING_TO_WITHDRAW');
    withdraw(usually(taskIn('hung'), 'task.confirm'), PEOPLE.clerk).then('TASK.NOTHING_TO_WITHDRAW');
  });

  it('takes back one step, not a chain of them', () => {
    const back = usually(taskIn('underway'), 'task.report').after('task.withdraw', {}, { by: PEOPLE.reporter });
    withdraw(back, PEOPLE.reporter).then('TASK.NOTHING_TO_WITHDRAW');
  });

  it.each(['task.void', 'task.terminate', 'task.close'] as const)('is not open after %s', (act) => {
    const status = act === 'task.close' ? 'verified' : 'hung';
    const ended = taskIn(status).after(act, SOUND[act], { by: USUAL_ACTOR[act] });
    withdraw(ended, USUAL_ACTOR[act]).then('TASK.STEP_NOT_OPEN');
  });

  it('lets the number of a task be given again', () => {
    const draft = taskIn('hung').after('task.withdraw', {}, { by: PEOPLE.clerk });
    expect(stateOf(draft)).toMatchObject({ status: 'draft', taskNumber: null });
    expect(stateOf(draft.after('task.hang', SOUND['task.hang'])).taskNumber).toBe('YG2025-007');
  });

  it('frees the stated days of the step that was taken back', () => {
    const late = taskIn('assigned').on('2025-05-06').after('task.accept', {}, { by: PEOPLE.reporter });
    late
      .after('task.withdraw', {}, { by: PEOPLE.reporter })
      .when('task.accept', { occurredOn: '2025-04-01' }, { by: PEOPLE.reporter })
      .then(['task.accepted']);
  });
});

describe('timers between a step and its withdrawal', () => {
  it('do not stand in its way', () => {
    withdraw(fire(taskIn('underway')), PEOPLE.reporter).then(['task.withdrawn']);
  });

  it('are not lost by it', () => {
    const back = withdraw(fire(taskIn('underway')), PEOPLE.reporter).next;
    expect(stateOf(back).firedTimers).toEqual(['timer-1']);
    back.when('task.fire-timer', TIMER, { by: PEOPLE.engine }).then('TIMER.OBSOLETE');
  });

  it('keep the periods that they opened', () => {
    const recurring = usually(
      taskIn('draft').after('task.correct-draft', {
        changes: { changedLimits: [{ limitId: 'L1', due: null, recurrence: 'quarterly' }] },
      }),
      ...(['task.hang', 'task.assign', 'task.accept'] as const),
    );
    const opened = recurring.after('task.open-period', { limitId: 'L1', period: '2025-Q1' }, { by: PEOPLE.engine });
    const [limit] = stateOf(withdraw(opened, PEOPLE.reporter)).limits;
    expect(limit).toMatchObject({ lastPeriod: '2025-Q1', openPeriods: [{ period: '2025-Q1' }] });
  });
});

describe('every line of the table', () => {
  it('says whether it can be taken back', () => {
    const taken = withdrawable.map(([act]) => act);
    expect([...new Set(taken)]).toEqual([
      'task.hang',
      'task.assign',
      'task.accept',
      'task.decline',
      'task.report',
      'task.report-on-behalf',
      'task.request-closure',
      'task.verify',
      'task.return',
    ]);
  });
});
