import {
  circumstancesOf,
  corrected,
  OF_FINANCE,
  OF_HEALTH,
  oldestOf,
  passedTo,
  PEOPLE,
  plannedTimers,
  recurringTask,
  rungInput,
  soundBody,
  stateOf,
  TASK_ID,
  taskIn,
  type TaskStory,
  UNITS,
  usually,
  withTwoLeads,
} from '../../testing';
import { addDays, type Day, dayInShanghai, isWorkingDay, type Recurrence } from '../calendar';
import { type Ladder, type PlannedTimer } from '../ladder';
import { isRunning, openOfWorking, rungsOfTask, TASK_STATUSES, workingLeads } from '.';

const { calendar } = circumstancesOf(PEOPLE.engine);
const RUNGS = ['remind-7', 'remind-3', 'due', 'urge-1', 'escalate-5', 'propose-10'];
const told = (story: TaskStory) =>
  plannedTimers(story).map(({ limitId, period, rungId }) => [limitId, period, rungId].join(' '));
/** Fires a rung, as late as the story is already. */
function fire(story: TaskStory, timer: PlannedTimer): TaskStory {
  const day = dayInShanghai(timer.fireAt);
  const today = day > story.today ? day : story.today;
  return story.after('task.fire-rung', rungInput(timer), { by: PEOPLE.engine, today });
}
function timer(story: TaskStory, index: number): PlannedTimer {
  const found = plannedTimers(story)[index];
  if (!found) throw new Error('no such timer is planned');
  return found;
}

describe('timers of a task', () => {
  it.each(TASK_STATUSES)('run only while a unit has it in hand: %s', (status) => {
    const state = stateOf(taskIn(status));
    const inHand = isRunning(state) && workingLeads(state).length > 0;
    expect(plannedTimers(taskIn(status)).length > 0).toBe(inHand);
  });

  it('are every rung of every open dated limit', () => {
    expect(told(taskIn('underway'))).toEqual(['L1', 'L2'].flatMap((limit) => RUNGS.map((rung) => `${limit}  ${rung}`)));
  });

  it('are those of each lead, and none of supporting units', () => {
    const lanes = (story: TaskStory) => plannedTimers(story).map(({ lane }) => lane);
    expect(new Set(lanes(taskIn('underway')))).toEqual(new Set([UNITS.health]));
    expect(lanes(withTwoLeads).filter((lane) => lane === UNITS.finance)).toHaveLength(12);
    expect(lanes(withTwoLeads)).toHaveLength(24);
  });

  it('leave out what is done, each lead by itself', () => {
    const done = { progress: '完成', done: [{ limitId: 'L1' }] };
    expect(told(taskIn('underway').after('task.report', done, OF_HEALTH))).toEqual(RUNGS.map((rung) => `L2  ${rung}`));
    const first = withTwoLeads.after('task.report', done, OF_FINANCE);
    expect(
      plannedTimers(first)
        .filter(({ limitId }) => limitId === 'L1')
        .map(({ lane }) => lane),
    ).toEqual(RUNGS.map(() => UNITS.health));
  });

  it('leave alone the lead that has asked for closure, also with the periods to come', () => {
    const limits = [{ limitId: 'L1', due: null, recurrence: 'monthly' as const }];
    const claimed = corrected(withTwoLeads, { changedLimits: limits })
      .after('task.report', { progress: '完成' }, OF_HEALTH)
      .after('task.request-closure', soundBody('task.request-closure'), OF_HEALTH);
    expect(new Set(plannedTimers(claimed).map(({ lane }) => lane))).toEqual(new Set([UNITS.finance]));
  });

  it('are the same for the same state', () => {
    expect(plannedTimers(taskIn('underway'))).toEqual(plannedTimers(taskIn('underway')));
  });
});

describe('a rung that has fired', () => {
  const underway = taskIn('underway');

  it('is never planned again', () => {
    const [first, ...rest] = plannedTimers(underway);
    if (!first) throw new Error('no timer is planned');
    expect(plannedTimers(fire(underway, first))).toEqual(rest);
  });

  it('takes the rungs below it along, of its own limit and no other', () => {
    const rest = told(fire(underway, timer(underway, 2)));
    expect(rest).toEqual(['L1  urge-1', 'L1  escalate-5', 'L1  propose-10', ...RUNGS.map((rung) => `L2  ${rung}`)]);
  });

  it('takes along those of its own lead only', () => {
    const due = plannedTimers(withTwoLeads).find(({ lane, kind }) => lane === UNITS.finance && kind === 'due');
    if (!due) throw new Error('no such timer is planned');
    const rest = plannedTimers(fire(withTwoLeads, due)).filter(({ lane }) => lane === UNITS.health);
    expect(rest).toEqual(plannedTimers(withTwoLeads).filter(({ lane }) => lane === UNITS.health));
  });

  it('leaves those of another due day alone', () => {
    const fired = underway.after('task.fire-rung', rungInput(timer(underway, 2)), { by: PEOPLE.engine });
    const moved = corrected(fired, { changedLimits: [{ limitId: 'L1', due: '2025-07-31' }] });
    expect(told(moved)).toEqual(expect.arrayContaining(['L1  remind-7', 'L1  due']));
  });

  it('stays fired when the due day moves away and comes back', () => {
    const first = timer(underway, 0);
    const move = (story: TaskStory, due: string) => corrected(story, { changedLimits: [{ limitId: 'L1', due }] });
    const fired = underway.after('task.fire-rung', rungInput(first), { by: PEOPLE.engine });
    const back = move(move(fired, '2025-07-31'), '2025-06-30');
    expect(plannedTimers(back).map(({ timerId }) => timerId)).not.toContain(first.timerId);
    expect(told(back)).toEqual(told(fired));
  });

  it('comes again after a return, so that a late task that came back is not silent for ever', () => {
    const climbed = plannedTimers(underway).reduce((story, each) => fire(story, each), underway);
    expect(told(climbed)).toEqual(['L1  notice-75', 'L2  notice-15']);
    const returned = usually(climbed.after('task.report', { progress: '完成' }), 'task.request-closure', 'task.return');
    // Both limits are long late by then: the ladder climbs from the day on which the unit has the task again.
    expect(plannedTimers(returned).map(({ limitId, rungId, climb }) => [limitId, rungId, climb])).toEqual([
      ['L1', 'urge-1', 2],
      ['L2', 'urge-1', 2],
      ['L1', 'escalate-5', 2],
      ['L2', 'escalate-5', 2],
      ['L1', 'propose-10', 2],
      ['L2', 'propose-10', 2],
    ]);
  });
});

describe('a return', () => {
  const sendBack = (story: TaskStory) =>
    story.after('task.return', { missing: '缺少验收报告' }, { by: PEOPLE.verifier });

  it('gives back in time all the rungs to come', () => {
    expect(told(sendBack(taskIn('closure-requested')))).toEqual(told(taskIn('underway')));
  });

  it('lets the rungs of what it reopens count from then on, also for what is late by then', () => {
    const late = plannedTimers(sendBack(taskIn('closure-requested').on('2025-07-14'))).filter(
      ({ limitId }) => limitId === 'L1',
    );
    // Due 06-30, and returned after that day's morning: 催办 on the next working day, and not the passed escalation of 07-07.
    expect(late.map(({ rungId, fireAt }) => [rungId, fireAt.slice(0, 10)])).toEqual([
      ['urge-1', '2025-07-15'],
      ['escalate-5', '2025-07-21'],
      ['propose-10', '2025-07-28'],
    ]);
  });

  it('arms periods that were owed before anew: what has passed does not come again', () => {
    const returned = sendBack(usually(recurringTask(), 'task.report', 'task.request-closure').on('2025-05-06'));
    expect(told(returned).filter((each) => each.startsWith('L3 2025-Q1'))).toEqual([
      'L3 2025-Q1 urge-1',
      'L3 2025-Q1 escalate-5',
      'L3 2025-Q1 propose-10',
    ]);
  });
});

describe('a unit that comes late', () => {
  it('is told of nothing that passed before it had the task: the ladder climbs from its first day', () => {
    const late = taskIn('assigned')
      .on('2025-07-14')
      .after('task.correct', { changes: { leadUnitIds: [UNITS.insurance], supportUnitIds: [] }, reason: '单位录错' });
    expect([...told(late)].sort()).toEqual(
      ['L1  urge-1', 'L1  escalate-5', 'L1  propose-10', ...RUNGS.map((rung) => `L2  ${rung}`)].sort(),
    );
  });
});

describe('periods of a recurring limit', () => {
  it('are planned one ahead, each rung leading to the next plan', () => {
    const story = recurringTask();
    const rungsOf = (period: string) => RUNGS.map((rung) => `L3 ${period} ${rung}`);
    expect(told(story)).toEqual([...rungsOf('2025-Q1'), ...rungsOf('2025-Q2')]);
    const after = plannedTimers(story)
      .slice(0, 7)
      .reduce((each, planned) => fire(each, planned), story);
    expect(told(after)).toEqual([...rungsOf('2025-Q2').slice(1), ...rungsOf('2025-Q3'), 'L3 2025-Q1 notice-55']);
  });

  it('are not asked of a unit that has declined', () => {
    const assigned = recurringTask().after('task.withdraw', {}, OF_HEALTH);
    expect(told(assigned)).toContain('L3 2025-Q1 due');
    expect(plannedTimers(usually(assigned, 'task.decline'))).toEqual([]);
  });

  it('end with the duty', () => {
    const story = recurringTask({ due: '2025-03-31' });
    expect(told(story)).toEqual(RUNGS.map((rung) => `L3 2025-Q1 ${rung}`));
    expect(told(plannedTimers(story).reduce((each, planned) => fire(each, planned), story))).toEqual([
      'L3 2025-Q1 notice-15',
    ]);
  });

  it('come again after a return that reopens none of them', () => {
    const returned = usually(recurringTask(), 'task.report', 'task.request-closure').after(
      'task.return',
      { missing: '缺附件', reopened: [], newLimits: [{ what: '补附件', due: '2025-03-10' }] },
      { by: PEOPLE.verifier },
    );
    // What a return asks for in addition ends no duty.
    expect(told(returned).filter((rung) => rung.startsWith('L3'))).toEqual(RUNGS.map((rung) => `L3 2025-Q2 ${rung}`));
    expect(told(returned)).toContain('L4  due');
  });

  it('are never reminded of before they begin', () => {
    for (const recurrence of ['daily', 'weekly', 'monthly'] as const) {
      const story = recurringTask({ recurrence }, '2025-09-22');
      for (const { fireAt, period } of plannedTimers(story)) {
        const begun = openOfWorking(stateOf(story), dayInShanghai(fireAt)).map((open) => open.period);
        expect(begun).toContain(period);
      }
    }
  });
});

const LADDER_OF_ONE: Ladder = {
  rungs: [{ rungId: 'due', kind: 'due', offsetWorkingDays: 0, at: '08:50', told: ['handler'] }],
  notices: null,
};

/** Walks a recurring task from one rung to the next up to a day; gives each rung that fired, with the day on which it did. */
function walk(
  start: TaskStory,
  until: Day,
  { ladder, reports = false }: { readonly ladder?: Ladder; readonly reports?: boolean },
) {
  const fired: { readonly rungId: string; readonly due: Day; readonly on: Day }[] = [];
  const planOf = (story: TaskStory) =>
    ladder ? rungsOfTask(TASK_ID, stateOf(story), calendar, ladder) : plannedTimers(story);
  let story = start;
  for (let next = planOf(story)[0]; next; next = planOf(story)[0]) {
    const told = fire(story, next);
    if (told.today > until) return { fired, dry: false };
    fired.push({ rungId: next.rungId, due: next.due, on: told.today });
    // A unit that keeps its duty reports whatever it is reminded of on its day.
    const { rungId } = next;
    story =
      reports && rungId === 'due'
        ? told.after('task.report', { progress: '完成', done: [oldestOf(told, 'L3')] }, OF_HEALTH)
        : told;
  }
  return { fired, dry: true };
}

describe('the plan of a recurring limit', () => {
  const RHYTHMS: readonly Recurrence[] = ['daily', 'weekly', 'monthly', 'quarterly'];
  const cases = RHYTHMS.flatMap((recurrence) =>
    [false, true].map((reports): [Recurrence, string, boolean] => [
      recurrence,
      reports ? 'reports' : 'is silent',
      reports,
    ]),
  );

  it.each(cases)(
    'never runs dry while the duty lasts, over the National Day week too: %s, the unit %s',
    (recurrence, _unit, reports) => {
      const until = recurrence === 'daily' ? '2025-10-24' : '2026-03-31';
      expect(walk(recurringTask({ recurrence }, '2025-09-22'), until, { reports }).dry).toBe(false);
    },
  );

  it.each(cases)(
    'ends with a duty that ends: %s, the unit %s; what is owed for ever is told again, of one period',
    (recurrence, _unit, reports) => {
      const story = recurringTask({ recurrence, due: '2025-10-10' }, '2025-09-22');
      const { dry, fired } = walk(story, '2026-03-31', { reports });
      expect(fired.length).toBeGreaterThan(0);
      const last = fired.filter(({ on }) => on > '2025-12-01');
      expect(dry).toBe(last.length === 0);
      expect(new Set(last.map(({ rungId }) => rungId.split('-')[0]))).toEqual(new Set(dry ? [] : ['notice']));
      expect(new Set(last.map(({ due }) => due)).size).toBeLessThanOrEqual(1);
    },
  );

  it.each([false, true])('tells of every working day’s duty on that day (the unit reports: %s)', (reports) => {
    const { fired } = walk(recurringTask({ recurrence: 'daily' }, '2025-09-22'), '2025-10-24', { reports });
    const days = fired.flatMap(({ rungId, due, on }) => (rungId === 'due' && due === on ? [due] : []));
    expect(days).toEqual(workingDays('2025-09-23', '2025-10-24'));
  });

  it('finds the next period that has a rung at all: of a ladder without rungs after the day, none on a holiday', () => {
    const { fired, dry } = walk(recurringTask({ recurrence: 'daily' }, '2025-09-29'), '2025-10-17', {
      ladder: LADDER_OF_ONE,
    });
    expect(dry).toBe(false);
    expect(fired.map(({ on }) => on)).toEqual(workingDays('2025-09-30', '2025-10-17'));
  });
});

function workingDays(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) if (isWorkingDay(day, calendar)) days.push(day);
  return days;
}

describe('a limit that was late when its unit asked for closure with it undone, and was sent back', () => {
  const owed = [{ limitId: 'L1', period: null, reason: '尚未完成' }];
  const asked = (story: TaskStory, day: Day) =>
    story.on(day).after('task.request-closure', { ...soundBody('task.request-closure'), owed }, OF_HEALTH);
  const back = (story: TaskStory, day: Day) => usually(story.on(day), 'task.return');
  const fired = ({ history }: TaskStory) =>
    history.flatMap((event) =>
      event.type === 'rung.fired' && event.data.obligation?.limitId === 'L1'
        ? [[event.data.rung.rungId, dayInShanghai(event.metadata.recordedAt), event.data.daysLate]]
        : [],
    );
  const GONE_OUT = ['remind-7', 'remind-3', 'due', 'urge-1'];

  it('goes on up its ladder where it stood, without the days of the check', () => {
    // Due on Monday 2025-06-30; four working days late when the unit asks, and sent back after two weeks.
    const returned = back(asked(passedTo(taskIn('underway'), '2025-07-04'), '2025-07-04'), '2025-07-18');
    const later = fired(passedTo(returned, '2025-08-01'));
    expect(later.slice(0, 4).map(([rung]) => rung)).toEqual(GONE_OUT);
    expect(later.slice(4)).toEqual([
      ['escalate-5', '2025-07-21', 5],
      ['propose-10', '2025-07-28', 10],
    ]);
  });

  it('is brought to those above however often the unit asks again', () => {
    let story = passedTo(taskIn('underway'), '2025-07-04');
    for (const [ask, sent] of [
      ['2025-07-04', '2025-07-07'],
      ['2025-07-10', '2025-07-11'],
      ['2025-07-17', '2025-07-18'],
    ] as const) {
      story = passedTo(back(asked(passedTo(story, ask), ask), sent), sent);
    }
    expect(fired(story).map(([rung]) => rung)).toEqual([...GONE_OUT, 'escalate-5', 'propose-10']);
  });

  it('begins anew where the return gives it another day', () => {
    const named = { missing: '补充方案', reopened: [{ limitId: 'L1', due: '2025-08-29' }] };
    const returned = asked(passedTo(taskIn('underway'), '2025-07-04'), '2025-07-04')
      .on('2025-07-18')
      .after('task.return', named, { by: PEOPLE.verifier });
    const later = fired(passedTo(returned, '2025-09-05'));
    expect(later.slice(4).map(([rung, day]) => [rung, day])).toEqual([
      ['remind-7', '2025-08-20'],
      ['remind-3', '2025-08-26'],
      ['due', '2025-08-29'],
      ['urge-1', '2025-09-01'],
      ['escalate-5', '2025-09-05'],
    ]);
  });
});
