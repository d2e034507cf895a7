import {
  aLimit,
  approved,
  PEOPLE,
  plannedTimers,
  rungInput,
  soundBody,
  stateOf,
  taskIn,
  type TaskStory,
} from '../../../testing';
import { lampClockOf, RUNNING, TASK_STATUSES } from '..';

const BODY = soundBody('task.suspend');
const suspend = (story: TaskStory, change: object = {}) => story.when('task.suspend', { ...BODY, ...change });
/** Asked for by one clerk and approved by another. */
const suspended = (story: TaskStory) => approved(suspend(story).next);

describe('suspending', () => {
  it.each(RUNNING)('stops the clocks of a task until a day: %s', (status) => {
    const asked = suspend(taskIn(status));
    asked.then([{ type: 'proposal.made', data: { act: 'task.suspend', data: BODY } }]);
    expect(stateOf(asked.next).status).toBe(status);
    const decided = asked.next.when('task.decide-proposal', { result: 'approved' }, { by: PEOPLE.secondClerk });
    decided.then([
      { type: 'proposal.decided', data: { result: 'approved' } },
      { type: 'task.suspended', data: { ...BODY, on: '2025-03-03' } },
    ]);
    expect(stateOf(decided.next).status).toBe('suspended');
  });

  it('is approved though a unit has reported a later day meanwhile', () => {
    const asked = suspend(taskIn('underway').on('2025-03-10')).next;
    const reported = asked.after(
      'task.report',
      { progress: '进展', occurredOn: '2025-03-07' },
      { by: PEOPLE.reporter },
    );
    reported
      .when('task.decide-proposal', { result: 'approved' }, { by: PEOPLE.secondClerk })
      .then(['proposal.decided', { type: 'task.suspended', data: { on: '2025-03-10' } }]);
  });

  it('stops the clocks at no stated day: what stood before was everybody’s to keep', () => {
    suspend(taskIn('underway').on('2025-03-10'), { occurredOn: '2025-03-05' }).thenInvalid('');
  });

  it('counts from the day on which it was asked for, however long the decision takes', () => {
    const asked = suspend(taskIn('underway').on('2025-06-02'), { until: '2025-06-20' }).next;
    const decided = approved(asked.on('2025-06-16'));
    expect(stateOf(decided)).toMatchObject({ status: 'suspended', suspension: { on: '2025-06-02' } });
    const resumed = decided.on('2025-06-20').after('task.resume', {}, { by: PEOPLE.engine });
    expect(stateOf(resumed).limits[0]?.due).toBe('2025-07-18');
  });

  it('moves what is open by the days that were asked for though they are over at the decision, and the task goes on at once', () => {
    const asked = suspend(taskIn('underway').on('2025-06-02'), { until: '2025-06-20' }).next;
    const decided = asked
      .on('2025-07-15')
      .when('task.decide-proposal', { result: 'approved' }, { by: PEOPLE.secondClerk });
    decided.then([
      { type: 'proposal.decided', data: { result: 'approved' } },
      { type: 'task.suspended', data: { on: '2025-06-02', until: '2025-06-20' } },
      { type: 'task.resumed', data: { on: '2025-06-20' } },
      { type: 'limit.moved', data: { limitId: 'L1', kind: 'suspension', to: { due: '2025-07-18' } } },
      { type: 'limit.moved', data: { limitId: 'L2', kind: 'suspension' } },
    ]);
    expect(stateOf(decided.next).status).toBe('underway');
    expect(plannedTimers(decided.next).map(({ fireAt }) => fireAt > '2025-07-15')).not.toContain(false);
  });

  it('leaves a limit that got its day while the request waited to stand still from then', () => {
    const asked = suspend(taskIn('underway').on('2025-06-02'), { until: '2025-06-20' }).next;
    const added = asked.on('2025-06-16').after('task.correct', {
      changes: { addedLimits: [aLimit('L9', { due: '2025-08-29' })] },
      reason: '漏列',
    });
    const [one] = stateOf(added).proposals;
    const decided = added
      .on('2025-07-15')
      .after(
        'task.decide-proposal',
        { proposalId: one?.proposalId ?? '', result: 'approved' },
        { by: PEOPLE.secondClerk },
      );
    expect(stateOf(decided).limits.find(({ limitId }) => limitId === 'L9')?.due).toBe('2025-09-02');
  });

  it('is not done by one person alone', () => {
    suspend(taskIn('underway')).next.when('task.decide-proposal', { result: 'approved' }).then('TASK.OWN_PROPOSAL');
  });

  it('is refused where no unit has the task in hand', () => {
    for (const status of TASK_STATUSES.filter((each) => !RUNNING.includes(each))) {
      suspend(taskIn(status)).then('TASK.STEP_NOT_OPEN');
    }
  });

  it.each(['2025-03-03', '2025-02-28'])('is refused when the task would go on at once: %s', (until) => {
    suspend(taskIn('underway'), { until }).then('TASK.RESUMES_IN_PAST');
  });

  it('wants a reason and an authority', () => {
    suspend(taskIn('underway'), { reason: '' }).thenInvalid('reason');
    suspend(taskIn('underway'), { authority: undefined }).thenInvalid('authority');
  });

  it('leaves no rung planned and no day for the lamp', () => {
    const next = suspended(taskIn('underway'));
    expect(plannedTimers(next)).toEqual([]);
    expect(lampClockOf(stateOf(next))?.due).toBeUndefined();
  });

  it('keeps a rung from firing that was planned before', () => {
    const [rung] = plannedTimers(taskIn('underway'));
    if (!rung) throw new Error('a rung is planned');
    const next = suspended(taskIn('underway'));
    next.when('task.fire-rung', rungInput(rung), { by: PEOPLE.engine }).then('TIMER.OBSOLETE');
  });

  it('keeps the unit from reporting and asking for closure meanwhile; a correction and the end stay open', () => {
    const next = suspended(taskIn('underway'));
    next.when('task.report', soundBody('task.report'), { by: PEOPLE.reporter }).then('TASK.STEP_NOT_OPEN');
    next
      .when('task.request-closure', soundBody('task.request-closure'), { by: PEOPLE.unitHead })
      .then('TASK.STEP_NOT_OPEN');
    next.when('task.correct', soundBody('task.correct')).then(['task.content-changed']);
    next.when('task.terminate', soundBody('task.terminate')).then(['proposal.made']);
  });

  it('is not taken back, nor is the step before it', () => {
    suspended(taskIn('underway')).when('task.withdraw', {}).then('TASK.NOTHING_TO_WITHDRAW');
  });
});
