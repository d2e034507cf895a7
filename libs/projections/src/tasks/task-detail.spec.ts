import { MOST_COMPLETIONS } from '#contracts';
import { compileCalendar, DEFAULT_POLICY, type LaneState, reportableParts } from '#domain';
import {
  aLimit,
  approved,
  assignedToTwo,
  dailyTask,
  draftTask,
  noTask,
  OF_FINANCE,
  OF_HEALTH,
  PEOPLE,
  SAMPLE_CALENDAR,
  soundBody,
  stateOf,
  taskIn,
  type TaskStory,
  UNITS,
  withTwoLeads,
} from '../../../domain/testing';
import { detailParts } from './task-detail';

const calendar = compileCalendar(SAMPLE_CALENDAR);
const FIRST_QUARTER = { period: '2025-Q1', due: '2025-03-31' };
const SECOND_QUARTER = { period: '2025-Q2', due: '2025-06-30' };

const FIRST_DONE = { progress: '完成', done: [{ limitId: 'L1', period: '2025-Q1' }] };

/** A quarterly duty of two leads, accepted by both. */
const quarterly = noTask
  .after('task.draft', draftTask({ limits: [aLimit('L1', { due: null, recurrence: 'quarterly' })] }), {
    by: PEOPLE.engine,
  })
  .after('task.confirm', { leadUnitIds: [UNITS.health, UNITS.finance], supportUnitIds: [], limits: 'confirmed' })
  .after('task.hang', soundBody('task.hang'))
  .after('task.assign', soundBody('task.assign'))
  .after('task.accept', {}, OF_HEALTH)
  .after('task.accept', {}, OF_FINANCE);

const partsOn = (story: TaskStory, today: string) =>
  detailParts(
    stateOf(story),
    { today, calendar, policy: DEFAULT_POLICY },
    (unitId) => ({ unitId, name: unitId }),
    new Map(),
  );
const limitOn = (story: TaskStory, today: string) => partsOn(story, today).limits[0];

describe('a recurring limit of several leads', () => {
  it('names each period once, the oldest first', () => {
    expect(limitOn(quarterly, '2025-05-06')?.openPeriods).toEqual([FIRST_QUARTER, SECOND_QUARTER]);
    const reported = quarterly.after('task.report', FIRST_DONE, OF_HEALTH);
    expect(limitOn(reported, '2025-05-06')?.openPeriods).toEqual([FIRST_QUARTER, SECOND_QUARTER]);
  });

  it('stands as the oldest period that one of them owes, by the day of asking', () => {
    const reported = quarterly.after('task.report', FIRST_DONE, OF_HEALTH);
    expect(limitOn(reported, '2025-05-06')).toMatchObject({ lamp: 'late' });
    const both = reported.after('task.report', FIRST_DONE, OF_FINANCE);
    expect(limitOn(both, '2025-03-04')).toMatchObject({ openPeriods: [], lamp: 'normal' });
    expect(limitOn(both, '2025-05-06')).toMatchObject({ openPeriods: [SECOND_QUARTER], lamp: 'normal' });
    expect(limitOn(both, '2025-07-01')).toMatchObject({ lamp: 'late' });
  });
});

describe('the lanes of several leads', () => {
  const lanesOf = (story: TaskStory) =>
    partsOn(story, '2025-03-03').lanes.map(({ unit, role, answer, claimedOn }) => [
      unit.unitId,
      role,
      answer,
      claimedOn,
    ]);

  it('tell who has answered and who has asked for closure, and are none before the assignment', () => {
    expect(lanesOf(taskIn('hung'))).toEqual([]);
    expect(lanesOf(assignedToTwo.after('task.accept', {}, OF_HEALTH))).toEqual([
      [UNITS.health, 'lead', 'accepted', null],
      [UNITS.finance, 'lead', 'waiting', null],
    ]);
    const asked = withTwoLeads
      .after('task.report', soundBody('task.report'), OF_HEALTH)
      .after('task.request-closure', soundBody('task.request-closure'), { by: PEOPLE.unitHead });
    expect(lanesOf(asked)).toEqual([
      [UNITS.health, 'lead', 'accepted', '2025-03-03'],
      [UNITS.finance, 'lead', 'accepted', null],
    ]);
  });
});

describe('the completions of a limit', () => {
  const completionsOn = (story: TaskStory) => {
    const { completions = [], completionCount } = limitOn(story, '2025-08-01') ?? {};
    const told = completions.map(({ unit, period, on, recordedOn, claimedByRequest }) =>
      [unit.unitId === UNITS.health ? 'health' : 'finance', period, on, recordedOn, claimedByRequest].join(' '),
    );
    return [completionCount, ...told];
  };

  it('are told by unit and period with the stated day and the recorded one, the newest record first', () => {
    const done = [{ limitId: 'L1', period: '2025-Q1', on: '2025-03-30' }];
    const both = quarterly
      .on('2025-04-10')
      .after('task.report', { progress: '完成', done }, OF_HEALTH)
      .on('2025-07-20')
      .after(
        'task.report',
        { progress: '完成', done: [{ limitId: 'L1', period: '2025-Q2', on: '2025-06-30' }] },
        OF_HEALTH,
      )
      .after('task.report', { progress: '完成', done }, OF_FINANCE);
    expect(completionsOn(both)).toEqual([
      3,
      'finance 2025-Q1 2025-03-30 2025-07-20 false',
      'health 2025-Q2 2025-06-30 2025-07-20 false',
      'health 2025-Q1 2025-03-30 2025-04-10 false',
    ]);
  });

  it('are the newest of very many, with their number', () => {
    const daily = dailyTask().on('2025-06-10');
    const owed = reportableParts(stateOf(daily), leadOf(daily), '2025-06-10').filter(({ limitId }) => limitId === 'L1');
    const done = owed.map(({ limitId, period }) => ({ limitId, period }));
    const limit = limitOn(daily.after('task.report', { progress: '完成', done }, OF_HEALTH), '2025-06-10');
    expect([done.length > MOST_COMPLETIONS, limit?.completionCount]).toEqual([true, done.length]);
    expect(limit?.completions).toHaveLength(MOST_COMPLETIONS);
    expect(limit?.completions[0]?.period).toBe(done.at(-1)?.period);
  });
});

describe('a task that has ended', () => {
  const long = '2026-03-31';
  const ends = [
    ['terminated', approved(quarterly.after('task.terminate', soundBody('task.terminate'))), 'terminated'],
    ['closed', taskIn('closed'), 'closed'],
  ] as const;

  it.each(ends)('has no limit that is late or stands still, and no period that opens later: %s', (_, story, ending) => {
    const { limits, lanes, suspension } = partsOn(story, long);
    expect(limits.length).toBeGreaterThan(0);
    for (const limit of limits) {
      expect(limit).toMatchObject({ lamp: ending, remainingWorkingDays: null, openPeriods: [] });
    }
    expect([lanes.flatMap(({ owed }) => owed), suspension]).toEqual([[], null]);
  });

  it('is no longer suspended, though it ended while it was', () => {
    const still = quarterly.after('task.suspend', soundBody('task.suspend'));
    const decided = stateOf(still).suspension
      ? still
      : still.after('task.decide-proposal', soundBody('task.decide-proposal'), { by: PEOPLE.leader });
    expect(partsOn(decided, '2025-03-04').suspension).not.toBeNull();
    const ended = approved(decided.after('task.terminate', soundBody('task.terminate')));
    expect(partsOn(ended, '2025-03-04').suspension).toBeNull();
  });
});

function leadOf(story: TaskStory): LaneState {
  const [lead] = stateOf(story).lanes;
  if (!lead) throw new Error('the task has no lane');
  return lead;
}
