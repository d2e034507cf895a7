import {
  aLimit,
  corrected,
  OF_FINANCE,
  OF_HEALTH,
  oldestOf,
  passedTo,
  PEOPLE,
  recurringTask,
  soundBody,
  stateOf,
  taskIn,
  type TaskStory,
  UNITS,
  usually,
  withTwoLeads,
} from '../../testing';
import { dayInShanghai } from '../calendar';
import { comingPeriod, dueOf, openObligations, openOfWorking } from './obligations';

const told = (story: TaskStory, by = story.today) =>
  openObligations(stateOf(story), by).map(({ lane, limitId, period, due }) =>
    [lane === UNITS.health ? 'health' : lane === UNITS.finance ? 'finance' : lane, limitId, period ?? due].join(' '),
  );
const done = (story: TaskStory, limitId: string, by = OF_HEALTH) =>
  story.after(
    'task.report',
    { progress: '完成', done: [oldestOf(story, limitId, by === OF_FINANCE ? UNITS.finance : UNITS.health)] },
    by,
  );

describe('what lanes owe', () => {
  it('is nothing before the assignment', () => {
    expect(told(taskIn('hung'))).toEqual([]);
  });

  it('is every dated limit from the assignment on, whatever its day', () => {
    expect(told(taskIn('assigned'))).toEqual(['health L1 2025-06-30', 'health L2 2025-09-30']);
  });

  it('is done with a report or a claim, and owed again after a return', () => {
    expect(told(done(taskIn('underway'), 'L1'))).toEqual(['health L2 2025-09-30']);
    expect(told(taskIn('closure-requested'))).toEqual([]);
    expect(told(taskIn('returned'))).toEqual(told(taskIn('underway')));
  });

  it('is owed by each lead for itself', () => {
    expect(told(withTwoLeads)).toEqual([
      'health L1 2025-06-30',
      'finance L1 2025-06-30',
      'health L2 2025-09-30',
      'finance L2 2025-09-30',
    ]);
    expect(told(done(withTwoLeads, 'L1', OF_FINANCE))).not.toContain('finance L1 2025-06-30');
  });

  it('is not owed by a supporting unit, unless a limit names it: then by that one alone', () => {
    const named = taskIn('underway').recorded([
      { type: 'limit.added', data: { limit: aLimit('L5'), owedBy: [UNITS.finance], reason: '分工' } },
    ]);
    expect(told(named)).toEqual(['health L1 2025-06-30', 'health L2 2025-09-30', 'finance L5 2025-09-30']);
    expect(openOfWorking(stateOf(named), named.today).map(({ limitId }) => limitId)).toEqual(['L1', 'L2', 'L5']);
  });

  it('is not reminded of where the lead has asked for closure and waits for another one', () => {
    const claimed = done(withTwoLeads, 'L1').after(
      'task.request-closure',
      soundBody('task.request-closure'),
      OF_HEALTH,
    );
    const late = claimed.recorded([
      { type: 'limit.added', data: { limit: aLimit('L5'), owedBy: [], reason: '漏录时限' } },
    ]);
    expect(told(late)).toContain('health L5 2025-09-30');
    expect(new Set(openOfWorking(stateOf(late), late.today).map(({ lane }) => lane))).toEqual(new Set([UNITS.finance]));
  });

  it('has no day of a limit without a date', () => {
    const undated = corrected(taskIn('underway'), { changedLimits: [{ limitId: 'L1', due: null }] });
    expect(told(undated)).toEqual(['health L2 2025-09-30']);
    expect(dueOf(stateOf(undated), { limitId: 'L1', period: null })).toBeNull();
  });
});

describe('periods of a recurring limit', () => {
  const story = recurringTask();

  it('are owed from the first day on, one more with each that begins', () => {
    expect(told(story)).toEqual(['health L3 2025-Q1']);
    expect(told(story, '2025-06-30')).toEqual(['health L3 2025-Q1', 'health L3 2025-Q2']);
    expect(told(story, '2025-07-01')).toEqual(['health L3 2025-Q1', 'health L3 2025-Q2', 'health L3 2025-Q3']);
  });

  it('are not owed when they were due before the assignment, or on its very day: no unit is late before it could act', () => {
    const dueOn = { month: 2, day: 15 };
    expect(told(recurringTask({ dueOn }, '2025-02-14'))).toEqual(['health L3 2025-Q1']);
    expect(told(recurringTask({ dueOn }, '2025-02-15'))).toEqual([]);
    expect(told(recurringTask({ dueOn }, '2025-02-17'))).toEqual([]);
    expect(told(recurringTask({ dueOn }, '2025-02-17'), '2025-04-01')).toEqual(['health L3 2025-Q2']);
  });

  it('of a monthly duty given on the last day of a month begin with the next one, and nobody is urged for the last', () => {
    const given = recurringTask({ recurrence: 'monthly' }, '2025-03-31');
    expect(told(given)).toEqual([]);
    expect(told(given, '2025-04-01')).toEqual(['health L3 2025-04']);
    const urged = passedTo(given, '2025-04-30').history.flatMap((event) =>
      event.type === 'rung.fired' && event.data.rung.kind === 'urge' ? (event.data.obligation ?? []) : [],
    );
    expect(urged).toEqual([]);
    expect(told(recurringTask({ recurrence: 'monthly' }, '2025-03-28'))).toEqual(['health L3 2025-03']);
  });

  it('end with the duty: none begins after its last day', () => {
    const ending = recurringTask({ due: '2025-06-30' });
    expect(told(ending, '2025-12-31')).toEqual(['health L3 2025-Q1', 'health L3 2025-Q2']);
    // One that has begun by then is owed in full.
    expect(told(recurringTask({ due: '2025-07-01' }), '2025-12-31')).toContain('health L3 2025-Q3');
  });

  it('are done one by one, the oldest first', () => {
    const later = done(story.on('2025-04-01'), 'L3');
    expect(told(later)).toEqual(['health L3 2025-Q2']);
    expect(told(done(later, 'L3'))).toEqual([]);
  });

  it('go on being owed after a return that reopens none of them: the duty is not over while the task is not', () => {
    const newLimits = [{ what: '补附件', due: '2025-06-30' }];
    const returned = usually(story, 'task.report', 'task.request-closure').after(
      'task.return',
      { missing: '缺附件', reopened: [], newLimits },
      { by: PEOPLE.verifier },
    );
    expect(told(returned)).toEqual(['health L4 2025-06-30']);
    expect(told(returned, '2025-04-01')).toEqual(['health L3 2025-Q2', 'health L4 2025-06-30']);
  });

  describe('when the task is assigned again', () => {
    const declined = usually(recurringTask({}, '2025-03-03').after('task.withdraw', {}, OF_HEALTH), 'task.decline').on(
      '2025-05-06',
    );

    it('stay owed by a unit that had it before; its rungs count from now on', () => {
      const again = usually(declined, 'task.assign');
      expect(told(again)).toEqual(['health L3 2025-Q1', 'health L3 2025-Q2']);
      const armed = openObligations(stateOf(again), '2025-05-06').map(({ armedAt }) => dayInShanghai(armedAt));
      expect(armed).toEqual(['2025-05-06', '2025-05-06']);
    });

    it('are owed from then on by a unit that had not', () => {
      const confirmed = declined.after('task.confirm', {
        leadUnitIds: [UNITS.health, UNITS.finance],
        supportUnitIds: [],
        limits: 'confirmed',
      });
      expect(told(usually(confirmed, 'task.assign'))).toEqual([
        'health L3 2025-Q1',
        'health L3 2025-Q2',
        'finance L3 2025-Q2',
      ]);
    });
  });

  it('that are moved by themselves are due on their own day', () => {
    const terms = { due: null, recurrence: 'quarterly', dueOn: null } as const;
    const moved = story.recorded([
      {
        type: 'limit.moved',
        data: {
          limitId: 'L3',
          period: '2025-Q1',
          from: { ...terms, due: '2025-03-31' },
          to: { ...terms, due: '2025-04-15' },
          kind: 'extension',
          reason: '同意延期',
          cause: null,
        },
      },
    ]);
    const dues = openObligations(stateOf(moved), '2025-04-01').map(({ period, due }) => [period, due]);
    expect(dues).toEqual([
      ['2025-Q1', '2025-04-15'],
      ['2025-Q2', '2025-06-30'],
    ]);
    expect(dueOf(stateOf(moved), { limitId: 'L3', period: '2025-Q1' })).toBe('2025-04-15');
  });
});

describe('the period that comes next', () => {
  const coming = (story: TaskStory, after: string, unitId: string = UNITS.health) => {
    const state = stateOf(story);
    const { limits, lanes } = state;
    const [limit] = limits;
    const lane = lanes.find((each) => each.unitId === unitId);
    if (!limit || !lane) throw new Error('the story has a limit and the lane');
    return comingPeriod(state, limit, lane, after)?.period ?? null;
  };

  it('begins after the day asked about', () => {
    expect(coming(recurringTask(), '2025-03-03')).toBe('2025-Q2');
    expect(coming(recurringTask(), '2025-03-31')).toBe('2025-Q2');
    expect(coming(recurringTask(), '2025-04-01')).toBe('2025-Q3');
  });

  it('is none of a dated limit, of a duty that has ended, and of a lane that does not owe it', () => {
    expect(coming(taskIn('underway'), '2025-03-03')).toBeNull();
    expect(coming(recurringTask({ due: '2025-03-31' }), '2025-03-03')).toBeNull();
    expect(coming(recurringTask(), '2025-03-03', UNITS.finance)).toBeNull();
  });
});

describe('the moment from which rungs count', () => {
  const armed = (story: TaskStory, by = story.today) =>
    openObligations(stateOf(story), by).map(({ armedAt }) => armedAt);

  it('is the assignment, or the beginning of a period that begins later', () => {
    const [first, second] = armed(recurringTask(), '2025-04-01');
    expect(first).toMatch(/^2025-03-03T/);
    expect(second).toBe('2025-03-31T16:05:00.000Z');
  });

  it('is the day on which a unit came to the task that was assigned before: it is not told of what passed before', () => {
    const corrected = taskIn('assigned')
      .on('2025-07-10')
      .after('task.correct', { changes: { leadUnitIds: [UNITS.insurance] }, reason: '单位录错' });
    expect(armed(corrected).map(dayInShanghai)).toEqual(['2025-07-10', '2025-07-10']);
  });
});
