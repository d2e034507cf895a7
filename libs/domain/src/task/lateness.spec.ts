import {
  approved,
  circumstancesOf,
  OF_HEALTH,
  passedTo,
  PEOPLE,
  plannedTimers,
  rungInput,
  soundBody,
  stateOf,
  taskIn,
  type TaskStory,
  UNITS,
  usually,
  withTwoLeads,
} from '../../testing';
import { type RungKind } from '../ladder';
import { daysLate } from './lateness';

const { calendar } = circumstancesOf(PEOPLE.engine);
const reported = (story: TaskStory) => story.after('task.report', soundBody('task.report'), OF_HEALTH);
/** By how many working days a unit is late with the sample task's first limit, due on Monday 2025-06-30. */
const lateBy = (story: TaskStory, day: string, lane: string = UNITS.health, due = '2025-06-30') =>
  daysLate(stateOf(story), { obligation: { lane, limitId: 'L1', period: null }, holder: null, due }, day, calendar);
const daysTold = (story: TaskStory, kind: RungKind) =>
  story.history.flatMap((event) =>
    event.type === 'rung.fired' && event.data.rung.kind === kind && event.data.obligation?.limitId === 'L1'
      ? [event.data.daysLate]
      : [],
  );

describe('lateness', () => {
  it('is none on the due day and before, and counts working days after it', () => {
    expect(
      ['2025-06-27', '2025-06-30', '2025-07-01', '2025-07-07'].map((day) => lateBy(taskIn('underway'), day)),
    ).toEqual([0, 0, 1, 5]);
  });

  it('leaves out the days that a check took, of a task that comes back with its old day', () => {
    const claimed = usually(reported(taskIn('underway').on('2025-07-02')), 'task.request-closure');
    const returned = usually(claimed.on('2025-07-23'), 'task.return');
    expect(lateBy(returned, '2025-07-23')).toBe(2);
    expect(lateBy(returned, '2025-07-24')).toBe(3);
    const [urge] = plannedTimers(returned).filter(({ limitId, kind }) => limitId === 'L1' && kind === 'urge');
    if (!urge) throw new Error('it is urged once more');
    returned
      .when('task.fire-rung', rungInput(urge), { by: PEOPLE.engine, today: '2025-07-24' })
      .then([{ type: 'rung.fired', data: { due: '2025-06-30', daysLate: 3 } }]);
  });

  it('leaves out the weeks of a closer, and what a unit was told says the same', () => {
    const verified = usually(reported(taskIn('underway').on('2025-06-27')), 'task.request-closure', 'task.verify');
    const returned = verified.on('2025-07-23').after('task.return', soundBody('task.return'), { by: PEOPLE.closer });
    const told = passedTo(returned, '2025-08-06');
    expect(daysTold(told, 'escalate')).toEqual([5]);
    expect(told.history.findLast(({ type }) => type === 'proposal.made')?.data).toMatchObject({
      grounds: '已逾期10个工作日，经催办、上报仍未完成',
    });
  });

  it('leaves out the days on which the office looked for another unit, and those before a unit got the task', () => {
    const declined = usually(taskIn('assigned').on('2025-07-01'), 'task.decline');
    const again = declined
      .on('2025-07-16')
      .after('task.confirm', { leadUnitIds: [UNITS.insurance], supportUnitIds: [], limits: 'confirmed' })
      .after('task.assign', { pastDays: 'keep' });
    expect(lateBy(again, '2025-07-18', UNITS.insurance)).toBe(2);
  });

  it('leaves out a suspension, of an answer to a leader too', () => {
    const asked = taskIn('underway')
      .on('2025-06-23')
      .after('task.instruct', { text: '请说明迟缓原因', answerBy: '2025-06-25' }, { by: PEOPLE.leader });
    const suspended = approved(
      asked.on('2025-06-26').after('task.suspend', { ...soundBody('task.suspend'), until: '2025-07-14' }),
    );
    const resumed = suspended.on('2025-07-14').after('task.resume', {}, { by: PEOPLE.engine });
    const answer = { obligation: null, holder: 'answer', due: '2025-06-25' };
    // Thursday before it, and Tuesday after it.
    expect(daysLate(stateOf(resumed), answer, '2025-07-15', calendar)).toBe(2);
  });

  it('counts the days of a suspension once: they have moved the due day, and are not left out beside it', () => {
    // Four working days late on Friday 2025-07-04, when it is suspended for 24 days; the due day moves to Thursday 2025-07-24.
    const suspended = approved(
      taskIn('underway')
        .on('2025-07-04')
        .after('task.suspend', { ...soundBody('task.suspend'), until: '2025-07-28' }),
    );
    expect(['2025-07-04', '2025-07-21'].map((day) => lateBy(suspended, day))).toEqual([4, 4]);
    const resumed = suspended.on('2025-07-28').after('task.resume', {}, { by: PEOPLE.engine });
    const due = '2025-07-24';
    expect(stateOf(resumed).limits[0]?.due).toBe(due);
    expect(['2025-07-28', '2025-07-29', '2025-08-01'].map((day) => lateBy(resumed, day, UNITS.health, due))).toEqual([
      2, 3, 6,
    ]);
    // Its own check is still nobody's but the checker's.
    const claimed = usually(reported(resumed.on('2025-07-29')), 'task.request-closure');
    const returned = usually(claimed.on('2025-08-05'), 'task.return');
    expect(lateBy(returned, '2025-08-06', UNITS.health, due)).toBe(4);
    expect(daysTold(passedTo(resumed, '2025-08-08'), 'escalate')).toEqual([7]);
  });

  it('is of each lead for itself: one that waits for the others is in nobody’s hands', () => {
    const first = usually(
      withTwoLeads.on('2025-07-01').after('task.report', soundBody('task.report'), OF_HEALTH),
      'task.request-closure',
    );
    expect(lateBy(first, '2025-07-09')).toBe(1);
    expect(lateBy(first, '2025-07-09', UNITS.finance)).toBe(7);
  });

  it('of a supporting unit stands still while the leads are checked', () => {
    const claimed = usually(reported(taskIn('underway').on('2025-07-02')), 'task.request-closure');
    const returned = usually(claimed.on('2025-07-23'), 'task.return');
    expect(lateBy(returned, '2025-07-24', UNITS.finance)).toBe(3);
  });

  it('of who checks counts from the day of its clock', () => {
    const check = { obligation: null, holder: 'check', due: '2025-07-09' };
    const claimed = usually(reported(taskIn('underway').on('2025-06-25')), 'task.request-closure');
    expect(daysLate(stateOf(claimed), check, '2025-07-11', calendar)).toBe(2);
  });
});
