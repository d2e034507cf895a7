import {
  aLimit,
  anIndicator,
  approved,
  assignedToTwo,
  circumstancesOf,
  corrected,
  draftTask,
  EVIDENCE,
  noTask,
  OF_FINANCE,
  OF_HEALTH,
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
import { AGGREGATES } from '../aggregates';
import { dayInShanghai } from '../calendar';
import { waitsOf } from '../inbox';
import { DEFAULT_POLICY } from '../policy';
import { type Limit } from './task.parts';
import { fireRung } from './acts/fire-rung.act';
import { lampClockOf } from './due-days';
import { heldOf } from './held';
import { openObligations } from './obligations';
import { timersOfTask } from './task.timers';

/**
 * The rules of a task that were got wrong once. Each title says what holds now where the first version did the opposite; the number is
 * its place in the list of what people of the field had found.
 */

const { calendar } = circumstancesOf(PEOPLE.engine);
const owed = (story: TaskStory, by = story.today) =>
  openObligations(stateOf(story), by).map(({ limitId, period, due }) => `${limitId} ${period ?? due}`);
const report = (story: TaskStory, done: readonly { limitId: string; period?: string | null }[], by = OF_HEALTH) =>
  story.after('task.report', { progress: '完成', done: done.map((part) => ({ period: null, ...part })) }, by);
const underway = (limits: readonly Limit[], today = '2025-01-06') =>
  usually(
    noTask.on(today).after('task.draft', draftTask({ limits: [...limits] }), { by: PEOPLE.engine }),
    'task.confirm',
    'task.hang',
    'task.assign',
    'task.accept',
  );
const monthly = (change: Partial<Limit> = {}) => aLimit('L1', { due: null, recurrence: 'monthly', ...change });

describe('A. Lanes', () => {
  it('(1) the first of several leads accepts for itself alone', () => {
    const first = assignedToTwo.after('task.accept', {}, OF_HEALTH);
    expect(stateOf(first).status).toBe('assigned');
    expect(stateOf(first).lanes.map(({ answer }) => answer)).toEqual(['accepted', 'waiting']);
  });

  it('(2) a supporting unit’s report leaves the lead’s timers and lamp as they are', () => {
    const story = taskIn('underway');
    const told = story.after('task.report', { progress: '配合事项已办' }, { by: PEOPLE.supportReporter });
    expect(plannedTimers(told)).toEqual(plannedTimers(story));
    expect(lampClockOf(stateOf(told))?.due).toBe(lampClockOf(stateOf(story))?.due);
    story
      .when(
        'task.report',
        { progress: '完成', done: [{ limitId: 'L1', period: null }] },
        { by: PEOPLE.supportReporter },
      )
      .then('TASK.LIMIT_NOT_OWED');
  });

  it('(3) one unit’s stated day does not block another unit’s earlier one', () => {
    const later = withTwoLeads
      .on('2025-04-10')
      .after('task.report', { progress: '完成', occurredOn: '2025-04-09' }, OF_HEALTH);
    later.when('task.report', { progress: '完成', occurredOn: '2025-03-20' }, OF_FINANCE).then(['lane.reported']);
    later.when('task.report', { progress: '完成', occurredOn: '2025-03-20' }, OF_HEALTH).then('TASK.DAY_OUT_OF_ORDER');
    // What concerns the whole task follows the last of them.
    const asked = { selfCheck: '已完成', committed: true as const };
    const both = later
      .after('task.report', { progress: '完成', occurredOn: '2025-03-20' }, OF_FINANCE)
      .after('task.request-closure', asked, OF_HEALTH)
      .after('task.request-closure', { ...asked, occurredOn: '2025-03-21' }, OF_FINANCE);
    both
      .when('task.verify', { conclusion: '属实', occurredOn: '2025-04-09' }, { by: PEOPLE.verifier })
      .then('TASK.DAY_OUT_OF_ORDER');
  });

  it('(4) supporting units are asked to answer, and have a part of their own', () => {
    const assigned = taskIn('assigned');
    const units = waitsOf(stateOf(assigned)).flatMap(({ audience }) => audience.map(({ unitId }) => unitId));
    expect(units).toContain(UNITS.finance);
    const claimed = assigned
      .after('task.accept', {}, OF_FINANCE)
      .after('task.report', { progress: '配合事项已办' }, OF_FINANCE)
      .after('task.request-closure', soundBody('task.request-closure'), OF_FINANCE);
    expect(stateOf(claimed)).toMatchObject({
      status: 'assigned',
      lanes: [{ claim: null }, { claim: { claimed: [] } }],
    });
  });
});

describe('B. Obligations and periods', () => {
  it('(5) one missed month leaves the months that were reported in time alone', () => {
    const months = ['2025-02', '2025-03', '2025-04', '2025-05', '2025-06'];
    const story = months.reduce(
      (told, period) => report(told.on(`${period}-20`), [{ limitId: 'L1', period }]),
      underway([monthly()]),
    );
    expect(owed(story, '2025-06-30')).toEqual(['L1 2025-01']);
    const late = plannedTimers(story.on('2025-06-30')).filter(({ kind }) => kind === 'urge' || kind === 'escalate');
    expect(new Set(late.map(({ period }) => period))).toEqual(new Set(['2025-01', '2025-07']));
  });

  it('(6) a period reported before its day counts, and is not urged', () => {
    const early = report(underway([monthly()]), [{ limitId: 'L1', period: '2025-02' }]);
    expect(owed(early, '2025-02-28')).toEqual(['L1 2025-01']);
    expect(plannedTimers(early.on('2025-03-01')).map(({ period }) => period)).not.toContain('2025-02');
  });

  it('(7) a request in March that is returned in July leaves April to June owed', () => {
    const asked = usually(underway([monthly()]), 'task.report').on('2025-03-31');
    const returned = usually(asked, 'task.request-closure')
      .on('2025-07-01')
      .after(
        'task.return',
        { missing: '三月台账不实', reopened: [{ limitId: 'L1', period: '2025-03' }] },
        { by: PEOPLE.verifier },
      );
    expect(owed(returned, '2025-06-30')).toEqual(['L1 2025-03', 'L1 2025-04', 'L1 2025-05', 'L1 2025-06']);
  });

  it('(8) a task is not closed with four periods owed unless a person has seen them and says why', () => {
    const verified = usually(underway([monthly()]), 'task.report', 'task.request-closure', 'task.verify').on(
      '2025-05-06',
    );
    const close = (body: object) =>
      verified.when('task.close', { ...soundBody('task.close'), ...body }, { by: PEOPLE.closer });
    close({}).then('TASK.STILL_OWED');
    close({ owedReason: '由新任务承接' }).then([
      {
        type: 'task.closed',
        data: {
          owed: ['2025-02', '2025-03', '2025-04', '2025-05'].map((period) => ({ limitId: 'L1', period })),
          owedReason: '由新任务承接',
        },
      },
    ]);
  });

  it('(9) a duty that ends on 15 October has no period due on 31 December: the last one is cut off', () => {
    const story = underway([aLimit('L1', { due: '2025-10-15', recurrence: 'quarterly' })]);
    const dues = openObligations(stateOf(story), '2026-12-31').map(({ due }) => due);
    expect(dues).toEqual(['2025-03-31', '2025-06-30', '2025-09-30', '2025-10-15']);
    // Without an end of its own it ends with the task's last dated limit.
    const both = underway([monthly(), aLimit('L2', { due: '2025-02-10' }), aLimit('L3', { due: '2025-03-14' })]);
    expect(
      openObligations(stateOf(both), '2026-12-31').flatMap(({ period, due }) => (period === null ? [] : [due])),
    ).toEqual(['2025-01-31', '2025-02-28', '2025-03-14']);
  });

  it('(10) 每月5日前 keeps its day: each period is due on the fifth', () => {
    const story = underway([monthly({ dueOn: { month: 1, day: 5 } })], '2025-01-02');
    expect(openObligations(stateOf(story), '2025-03-01').map(({ due }) => due)).toEqual([
      '2025-01-05',
      '2025-02-05',
      '2025-03-05',
    ]);
  });
});

describe('C. Returns', () => {
  it('(11) what was reported done, claimed and returned is owed again, with its timers and its lamp', () => {
    const done = report(taskIn('underway').on('2025-06-20'), [{ limitId: 'L1' }, { limitId: 'L2' }]);
    const returned = usually(done, 'task.request-closure', 'task.return');
    expect(owed(returned)).toEqual(['L1 2025-06-30', 'L2 2025-09-30']);
    expect(lampClockOf(stateOf(returned))?.due).toBe('2025-06-30');
    expect(new Set(plannedTimers(returned).map(({ limitId }) => limitId))).toEqual(new Set(['L1', 'L2']));
  });

  it('(12) a limit that nobody has done is not taken as done by a return that names others', () => {
    const asked = usually(recurringTask(), 'task.report', 'task.request-closure');
    const returned = asked.after(
      'task.return',
      {
        missing: '缺附件',
        reopened: [{ limitId: 'L3', period: '2025-Q1' }],
        newLimits: [{ what: '补附件', due: '2025-04-30' }],
      },
      { by: PEOPLE.verifier },
    );
    expect(owed(returned)).toEqual(['L3 2025-Q1', 'L4 2025-04-30']);
    expect(stateOf(returned).limits.every(({ verifiedOn }) => verifiedOn === null)).toBe(true);
  });
});

describe('D. Clocks start fairly', () => {
  const rungsOf = (story: TaskStory, limitId = 'L1') =>
    plannedTimers(story)
      .filter((each) => each.limitId === limitId)
      .map(({ rungId, fireAt }) => `${rungId} ${dayInShanghai(fireAt)}`);

  it('(13) a task that is late when it is assigned is not escalated at once: its ladder begins that day', () => {
    const late = usually(taskIn('hung').on('2025-07-14'), 'task.assign');
    expect(rungsOf(late)).toEqual(['urge-1 2025-07-15', 'escalate-5 2025-07-21', 'propose-10 2025-07-28']);
  });

  it('(14) a unit that asked on its due day is not escalated the moment it is returned 19 days later', () => {
    const asked = usually(taskIn('underway').on('2025-06-30'), 'task.request-closure');
    const returned = usually(asked.on('2025-07-19'), 'task.return');
    // Returned on a Saturday: the next working day is the first one late.
    expect(rungsOf(returned)).toEqual(['urge-1 2025-07-21', 'escalate-5 2025-07-25', 'propose-10 2025-08-01']);
  });

  /** What went out about L1 from one story to a later one. */
  const toldOfL1 = (before: TaskStory, after: TaskStory) =>
    after.history
      .slice(before.history.length)
      .flatMap((event) =>
        event.type === 'rung.fired' && event.data.obligation?.limitId === 'L1'
          ? [`${event.data.rung.rungId} ${dayInShanghai(event.metadata.recordedAt)} +${String(event.data.daysLate)}`]
          : [],
      );

  it('(15) taking back a late request does not bring the rungs that passed meanwhile, but the last of them', () => {
    const asked = usually(taskIn('underway').on('2025-06-30'), 'task.request-closure');
    const back = asked.on('2025-07-07').after('task.withdraw', {}, { by: PEOPLE.unitHead });
    const told = passedTo(back, '2025-07-07');
    expect(toldOfL1(back, told)).toEqual(['escalate-5 2025-07-07 +5']);
    expect(rungsOf(told)).toEqual(['propose-10 2025-07-14']);
  });

  const ofHead = { by: PEOPLE.unitHead };
  it.each([
    [
      'asking for closure',
      taskIn('underway'),
      (story: TaskStory) => story.after('task.request-closure', soundBody('task.request-closure'), ofHead),
      ofHead,
    ],
    [
      'declining',
      taskIn('assigned'),
      (story: TaskStory) => story.after('task.decline', soundBody('task.decline'), OF_HEALTH),
      OF_HEALTH,
    ],
    ['reporting', taskIn('underway'), (story: TaskStory) => report(story, [{ limitId: 'L1' }]), OF_HEALTH],
  ])('a unit puts no rung off by %s and taking it back again and again', (_what, start, step, by) => {
    const late = passedTo(start, '2025-07-02');
    const once = step(late).on('2025-07-08').after('task.withdraw', {}, by);
    const escalated = passedTo(once, '2025-07-08');
    expect(toldOfL1(once, escalated)).toEqual(['escalate-5 2025-07-08 +6']);
    const twice = step(escalated).on('2025-07-15').after('task.withdraw', {}, by);
    const proposed = passedTo(twice, '2025-07-15');
    expect(toldOfL1(twice, proposed)).toEqual(['propose-10 2025-07-15 +11']);
    expect(toldOfL1(proposed, passedTo(proposed, '2025-07-21'))).toEqual(['notice-15 2025-07-21 +15']);
  });

  it('(16) after downtime the rungs of one limit are one group, of which only the last is told', () => {
    const timers = timersOfTask(
      TASK_ID,
      stateOf(taskIn('underway')),
      circumstancesOf(PEOPLE.engine).calendar,
      DEFAULT_POLICY,
    );
    expect(new Set(timers.map(({ group }) => group)).size).toBe(2);
    const urged = taskIn('underway').after('task.fire-rung', rungInput(rung('urge-1')), {
      by: PEOPLE.engine,
      today: '2025-07-02',
    });
    expect(rungsOf(urged)).toEqual(['escalate-5 2025-07-07', 'propose-10 2025-07-14']);
  });

  const rung = (rungId: string) => {
    const found = plannedTimers(taskIn('underway')).find((each) => each.rungId === rungId && each.limitId === 'L1');
    if (!found) throw new Error(`no ${rungId} is planned`);
    return found;
  };

  it('(17) a date that is removed under way leaves its move in the chain', () => {
    const changes = { changedLimits: [{ limitId: 'L1', due: null }] };
    const removed = corrected(taskIn('underway'), changes, '改为长期任务');
    expect(stateOf(removed).limits[0]?.chain.map(({ kind, to, reason }) => [kind, to.due, reason])).toEqual([
      ['set', '2025-06-30', ''],
      ['correction', null, '改为长期任务'],
    ]);
  });
});

describe('E. Holders', () => {
  /** What a task's clocks ask for, the limits aside. */
  const clocks = (story: TaskStory) =>
    timersOfTask(TASK_ID, stateOf(story), calendar, DEFAULT_POLICY).flatMap(({ body, fireAt }) => {
      const { holder, unit, rung } = fireRung.command.parse(body);
      return holder === null
        ? []
        : [`${holder}${unit === undefined ? '' : ` ${unit}`} ${rung.rungId} ${dayInShanghai(fireAt)}`];
    });

  it('(18) a unit that is silent past its reply-by is urged, and the office is told', () => {
    const assigned = taskIn('hung').after('task.assign', { requirements: '按月报送', replyBy: '2025-03-07' });
    expect(clocks(assigned)).toEqual([
      `reply ${UNITS.health} due 2025-03-07`,
      `reply ${UNITS.health} urge-1 2025-03-10`,
      `reply ${UNITS.health} escalate-5 2025-03-14`,
      `reply ${UNITS.finance} due 2025-03-07`,
      `reply ${UNITS.finance} urge-1 2025-03-10`,
    ]);
    // No day was named: three working days.
    expect(clocks(usually(taskIn('hung'), 'task.assign'))[0]).toBe(`reply ${UNITS.health} due 2025-03-06`);
    expect(clocks(usually(assigned, 'task.accept'))).not.toContainEqual(expect.stringContaining(UNITS.health));
  });

  it('(19) a task that was declined has the office on a clock', () => {
    expect(clocks(taskIn('declined')).filter((each) => each.startsWith('reassign'))).toEqual([
      'reassign due 2025-03-06',
      'reassign urge-1 2025-03-07',
      'reassign escalate-5 2025-03-13',
    ]);
  });

  it('(20) one whose closing was asked for has the verifier on a clock', () => {
    expect(clocks(taskIn('closure-requested')).filter((each) => each.startsWith('check'))).toEqual([
      'check due 2025-03-17',
      'check urge-1 2025-03-18',
      'check escalate-5 2025-03-24',
    ]);
  });

  it('(21) one that was verified has the closer on a clock, and one on the account that nobody has assigned the office', () => {
    expect(clocks(taskIn('verified'))).toContain('close due 2025-03-10');
    expect(clocks(taskIn('hung'))).toContain('assign due 2025-03-10');
  });

  it('(22) asking for closure leaves the lamp of a late task on, by the days that it was late', () => {
    const late = usually(taskIn('underway').on('2025-07-04'), 'task.request-closure');
    expect(lampClockOf(stateOf(late))).toEqual({ due: '2025-06-30', lane: UNITS.health, stopped: '2025-07-04' });
    const inTime = usually(taskIn('underway').on('2025-06-30'), 'task.request-closure');
    expect(lampClockOf(stateOf(inTime))).toBeNull();
    // Nor does the day that another lead is given afterwards put it out.
    const all = stateOf(withTwoLeads).limits.map(({ limitId }) => ({ limitId }));
    const done = withTwoLeads.on('2025-07-20').after('task.report', { progress: '完成', done: all }, OF_HEALTH);
    const claimed = done.after('task.request-closure', soundBody('task.request-closure'), OF_HEALTH);
    const asked = claimed.after('task.extend', { limitId: 'L1', due: '2025-08-29', reason: '等待' }, OF_FINANCE);
    const both = approved(asked)
      .after('task.report', { progress: '完成', done: all }, OF_FINANCE)
      .after('task.request-closure', soundBody('task.request-closure'), OF_FINANCE);
    expect(lampClockOf(stateOf(both))).toEqual({ due: '2025-06-30', lane: UNITS.health, stopped: '2025-07-20' });
  });

  it('(23) a task in which nothing has a date is looked at by the office every three months', () => {
    const story = usually(
      noTask
        .after('task.draft', draftTask({ limits: [] }), { by: PEOPLE.engine })
        .after('task.confirm', { leadUnitIds: [UNITS.health], supportUnitIds: [], limits: 'none' }),
      'task.hang',
      'task.assign',
      'task.accept',
    );
    expect(clocks(story)).toEqual([
      'review due 2025-06-03',
      'review urge-1 2025-06-04',
      'review escalate-5 2025-06-10',
    ]);
    // A word from its unit puts it off.
    expect(clocks(report(story.on('2025-05-06'), []))[0]).toBe('review due 2025-08-06');
  });

  it('shows who held the task how long', () => {
    const asked = usually(taskIn('underway').on('2025-03-19'), 'task.request-closure');
    const held = heldOf(stateOf(asked.on('2025-04-03')), '2025-04-03', calendar);
    expect(held).toEqual([
      { kind: 'work', lane: UNITS.health, workingDays: 12 },
      { kind: 'check', lane: null, workingDays: 11 },
    ]);
  });
});

describe('Brothers: holders and withdrawals', () => {
  const withoutLimits = usually(
    noTask
      .after('task.draft', draftTask({ limits: [] }), { by: PEOPLE.engine })
      .after('task.confirm', { leadUnitIds: [UNITS.health], supportUnitIds: [], limits: 'none' }),
    'task.hang',
    'task.assign',
    'task.accept',
  );
  const clocks = (story: TaskStory) =>
    timersOfTask(TASK_ID, stateOf(story), calendar, DEFAULT_POLICY)
      .map(({ body, fireAt }) => ({ ...fireRung.command.parse(body), fireAt }))
      .filter(({ holder }) => holder !== null);
  const days = (story: TaskStory) => clocks(story).map(({ rung, fireAt }) => `${rung.rungId} ${dayInShanghai(fireAt)}`);
  const fireNext = (story: TaskStory): TaskStory => {
    const [next] = clocks(story);
    if (!next) throw new Error('a clock runs');
    const { fireAt, ...body } = next;
    return story.on(dayInShanghai(fireAt)).after('task.fire-rung', body, { by: PEOPLE.engine });
  };

  it('the review is told again every five working days while nobody looks, and is put off by urging and by a correction', () => {
    const told = fireNext(fireNext(fireNext(withoutLimits)));
    expect(days(told)).toEqual(['notice-10 2025-06-17']);
    expect(days(fireNext(told))).toEqual(['notice-15 2025-06-24']);
    const urged = withoutLimits.on('2025-06-03').after('task.urge', { message: '请报送进展' });
    expect(days(urged)[0]).toBe('due 2025-09-03');
    const corrected = withoutLimits
      .on('2025-05-06')
      .after('task.correct', { changes: { title: '新标题' }, reason: '更正' });
    expect(days(corrected)[0]).toBe('due 2025-08-06');
  });

  it('taking back a report puts the review off, and sends none of its rungs that passed meanwhile', () => {
    const back = report(withoutLimits.on('2025-06-02'), []).on('2025-06-09').after('task.withdraw', {}, OF_HEALTH);
    expect(days(back)[0]).toBe('due 2025-09-09');
  });

  it('a form of one lane stays old after a withdrawal in the other', () => {
    const seenRevision = stateOf(withTwoLeads).revision + 2;
    const both = report(report(withTwoLeads, [], OF_HEALTH), [], OF_FINANCE);
    const back = both.after('task.withdraw', {}, OF_HEALTH).after('task.withdraw', {}, OF_FINANCE);
    back.when('task.report', { progress: '完成', seenRevision }, OF_HEALTH).then('TASK.CHANGED_SINCE');
  });

  it('a withdrawal takes back the step that its page showed, or none', () => {
    const { commandId } = report(taskIn('underway'), []).history.at(-1)?.metadata ?? {};
    const twice = report(report(taskIn('underway'), []), []);
    twice.when('task.withdraw', { commandId }, OF_HEALTH).then('TASK.CHANGED_SINCE');
    const shown = stateOf(twice).lastSteps.at(-1)?.commandId;
    twice.when('task.withdraw', { commandId: shown }, OF_HEALTH).then(['task.withdrawn']);
  });

  it('a supporting unit that accepts leaves the check to whoever passed it', () => {
    const checked = usually(
      usually(taskIn('assigned'), 'task.accept', 'task.report', 'task.request-closure'),
      'task.verify',
    );
    const accepted = checked.after('task.accept', {}, OF_FINANCE);
    accepted.when('task.withdraw', {}, { by: PEOPLE.verifier }).then(['task.withdrawn']);
  });

  it('taking back a report of one period leaves the rungs of the others where they are', () => {
    const late = report(underway([monthly()]).on('2025-06-04'), []);
    const rungs = (story: TaskStory) =>
      plannedTimers(story)
        .filter(({ period }) => period === '2025-05')
        .map(({ rungId, fireAt }) => `${rungId} ${fireAt}`);
    const back = report(late, [{ limitId: 'L1', period: '2025-03' }]).after('task.withdraw', {}, OF_HEALTH);
    expect(rungs(back)).toEqual(rungs(late));
  });

  it('a unit that got another part meanwhile has its clock anew when that is taken back', () => {
    const waits = assignedToTwo.on('2025-03-10').after('task.decline', { reason: '非本单位职责' }, OF_HEALTH);
    const other = waits
      .after('task.confirm', { leadUnitIds: [UNITS.insurance], supportUnitIds: [UNITS.finance], limits: 'confirmed' })
      .after('task.assign', {});
    const back = other.on('2025-03-13').after('task.withdraw', {});
    const ofFinance = clocks(back).filter(({ unit }) => unit === UNITS.finance);
    expect(ofFinance.map(({ rung, fireAt }) => `${rung.rungId} ${dayInShanghai(fireAt)}`)[0]).toBe('due 2025-03-18');
  });
});

describe('H. Withdrawal and corrections', () => {
  it('(24) whoever reported does not verify, and whoever checked does not close, though they took it back', () => {
    const reported = taskIn('underway')
      .after('task.report', { progress: '误填' }, { by: PEOPLE.verifier })
      .after('task.withdraw', {}, { by: PEOPLE.verifier });
    usually(reported, 'task.request-closure')
      .when('task.verify', soundBody('task.verify'), { by: PEOPLE.verifier })
      .then('TASK.REPORTER_VERIFIES');
    const checked = taskIn('verified').after('task.withdraw', {}, { by: PEOPLE.verifier });
    usually(checked, { act: 'task.verify', by: PEOPLE.secondVerifier })
      .when('task.close', soundBody('task.close'), { by: PEOPLE.verifier })
      .then('TASK.VERIFIER_CLOSES');
  });

  it('(25) a report is taken back for five working days, and not after six months', () => {
    const reported = taskIn('underway');
    reported.when('task.withdraw', {}, { by: PEOPLE.reporter, today: '2025-03-10' }).then(['task.withdrawn']);
    reported.when('task.withdraw', {}, { by: PEOPLE.reporter, today: '2025-03-11' }).then('TASK.WITHDRAW_TOO_LATE');
    reported.when('task.withdraw', {}, { by: PEOPLE.reporter, today: '2025-09-03' }).then('TASK.WITHDRAW_TOO_LATE');
  });

  it('(27) a target is not lowered from 90 to 40 between verification and closing', () => {
    const indicators = [anIndicator('I1', { value: 40 })];
    taskIn('verified').when('task.correct', { changes: { indicators }, reason: '目标调整' }).then('TASK.UNDER_CHECK');
  });

  it('(28) a closed task takes a clerical correction of its wording, and stays closed as it was', () => {
    const closed = taskIn('closed');
    const changes = { title: '推进分级诊疗', changedLimits: [{ limitId: 'L1', what: '印发实施方案' }] };
    const corrected = closed.on('2026-02-02').after('task.correct-record', { changes, reason: '录入有误' });
    const { status, ended, closing, turns } = stateOf(corrected);
    expect([status, ended, turns]).toEqual(['closed', 'closed', []]);
    expect(closing).toEqual(stateOf(closed).closing);
    expect(timersOfTask(TASK_ID, stateOf(corrected), calendar, DEFAULT_POLICY)).toEqual([]);
    expect(waitsOf(stateOf(corrected))).toEqual([]);
    corrected.when('task.correct', { changes: { title: '另一标题' }, reason: '更正' }).then('TASK.STEP_NOT_OPEN');
  });
});

describe('I. Facts an auditor needs', () => {
  it('(29) a completion keeps the day that the unit states and the moment at which it was recorded', () => {
    const told = taskIn('underway')
      .on('2025-07-20')
      .after('task.report', { progress: '完成', done: [{ limitId: 'L1', on: '2025-06-30' }] }, OF_HEALTH);
    const [done] = stateOf(told).limits[0]?.done ?? [];
    expect([done?.on, dayInShanghai(done?.recordedAt ?? '2025-01-01T00:00:00.000Z')]).toEqual([
      '2025-06-30',
      '2025-07-20',
    ]);
  });

  it('what a checker and a closer saw names its revision, its digest, its files and what was done, with both days of each', () => {
    const reported = taskIn('underway')
      .on('2025-07-20')
      .after(
        'task.report',
        { progress: '完成', done: [{ limitId: 'L1', on: '2025-06-30' }], evidence: [EVIDENCE] },
        OF_HEALTH,
      );
    const asked = usually(reported.on('2025-12-31'), 'task.request-closure');
    const verified = usually(asked.on('2026-01-05'), 'task.verify');
    const met = [
      { lane: UNITS.health, limitId: 'L1', period: null, on: '2025-06-30', recordedOn: '2025-07-20' },
      { lane: UNITS.health, limitId: 'L2', period: null, on: '2025-12-31', recordedOn: '2025-12-31' },
    ];
    const seen = { digest: 'd'.repeat(64), evidence: [EVIDENCE.hash], met };
    const saw = (story: TaskStory) => story.history.flatMap(({ data }) => ('saw' in data ? [data.saw] : []));
    expect(saw(verified)).toEqual([{ ...seen, revision: stateOf(asked).revision }]);
    expect(saw(usually(verified, 'task.close')).at(-1)).toEqual({ ...seen, revision: stateOf(verified).revision });
  });

  it('what a clock told is recorded with the posts that were told', () => {
    const story = taskIn('underway');
    const timer = plannedTimers(story).find(({ kind, lane }) => kind === 'urge' && lane === UNITS.health);
    if (!timer) throw new Error('no such rung is planned');
    const told = (['reporter', 'unit-head', 'leader'] as const).map((role) => ({
      role,
      unitId: UNITS.health,
      relation: role === 'reporter' ? 'own' : 'copy',
    }));
    story
      .on(dayInShanghai(timer.fireAt))
      .when('task.fire-rung', rungInput(timer), { by: PEOPLE.engine })
      .then([{ type: 'rung.fired', data: { told } }]);
  });

  it('(30) an amount of money is no phone number', () => {
    taskIn('underway').when('task.report', { progress: '投入资金15000000000元' }, OF_HEALTH).then(['lane.reported']);
  });
});

describe('Brothers of these', () => {
  const asked = (story: TaskStory) => usually(story, 'task.request-closure');
  const sendBack = (story: TaskStory, body: object) =>
    story.when('task.return', { missing: '缺附件', ...body }, { by: PEOPLE.verifier });

  it('a unit that is confirmed acts once it is assigned, and in no other lane before', () => {
    const declined = assignedToTwo
      .after('task.accept', {}, OF_HEALTH)
      .after('task.decline', { reason: '职责不在本单位' }, OF_FINANCE)
      .after('task.confirm', {
        leadUnitIds: [UNITS.health, UNITS.insurance],
        supportUnitIds: [],
        limits: 'confirmed',
      });
    expect(AGGREGATES.task.reach(TASK_ID, stateOf(declined))).toMatchObject({
      leadUnitIds: [UNITS.health, UNITS.finance],
      supportUnitIds: [],
    });
  });

  it('a report names the next period, and not one after the other until the year is done', () => {
    const first = report(underway([monthly()]), [{ limitId: 'L1', period: '2025-02' }]);
    first
      .when('task.report', { progress: '完成', done: [{ limitId: 'L1', period: '2025-03' }] }, OF_HEALTH)
      .then('TASK.PERIOD_UNKNOWN');
  });

  it('a duty that was over owes nothing from between when its end moves on', () => {
    const limits = [aLimit('L1', { due: '2025-03-31' }), aLimit('L2', { due: null, recurrence: 'monthly' })];
    const checked = asked(usually(underway(limits), 'task.report').on('2025-03-31')).on('2025-07-14');
    const returned = sendBack(checked, { reopened: [{ limitId: 'L1', due: '2025-08-29' }] });
    expect(owed(returned.next)).toEqual(['L1 2025-08-29', 'L2 2025-07']);
  });

  it('a return opens what can be owed: a limit without a day needs one, a period beyond the end is none', () => {
    const undated = corrected(taskIn('underway'), { changedLimits: [{ limitId: 'L1', due: null }] });
    sendBack(asked(undated), { reopened: [{ limitId: 'L1' }] }).then('TASK.DUE_NEEDED');
    const ended = corrected(
      report(underway([monthly({ due: '2025-06-30' })]), [{ limitId: 'L1', period: '2025-02' }]),
      {
        changedLimits: [{ limitId: 'L1', due: '2025-01-31' }],
      },
    );
    sendBack(asked(ended), { reopened: [{ limitId: 'L1', period: '2025-02' }] }).then('TASK.PERIOD_UNKNOWN');
  });

  it('a limit without a day is claimed or owed like any other, and not closed unseen', () => {
    const changes = { changedLimits: [{ limitId: 'L2', due: null }] };
    const undated = corrected(taskIn('underway'), changes);
    undated
      .when('task.request-closure', soundBody('task.request-closure'), { by: PEOPLE.unitHead })
      .then([{ type: 'lane.claimed', data: { claimed: [{ limitId: 'L1' }, { limitId: 'L2' }] } }]);
  });

  it('a request for closure says what is still owed, which then is not claimed', () => {
    const owing = [{ limitId: 'L2', period: null, reason: '未到期' }];
    const claimed = taskIn('underway').when(
      'task.request-closure',
      { ...soundBody('task.request-closure'), owed: owing },
      { by: PEOPLE.unitHead },
    );
    claimed.then([
      {
        type: 'lane.claimed',
        data: {
          claimed: [{ limitId: 'L1' }],
          owed: [{ obligation: { lane: UNITS.health, limitId: 'L2', period: null }, reason: '未到期' }],
        },
      },
    ]);
    expect(owed(claimed.next)).toEqual(['L2 2025-09-30']);
    taskIn('underway')
      .when(
        'task.request-closure',
        { ...soundBody('task.request-closure'), owed: [{ limitId: 'L9', period: null, reason: '未到期' }] },
        { by: PEOPLE.unitHead },
      )
      .then('TASK.LIMIT_NOT_OWED');
  });

  it('a return reaches a supporting unit that had asked for closure', () => {
    const support = taskIn('underway')
      .after('task.report', { progress: '配合事项已办' }, OF_FINANCE)
      .after('task.request-closure', soundBody('task.request-closure'), OF_FINANCE);
    const returned = sendBack(asked(support), {});
    returned.then([{ type: 'check.returned', data: { to: [UNITS.health, UNITS.finance] } }]);
    returned.next.when('task.report', { progress: '已补充' }, OF_FINANCE).then(['lane.reported']);
    const units = waitsOf(stateOf(returned)).flatMap(({ audience }) => audience.map(({ unitId }) => unitId));
    expect(new Set(units)).toEqual(new Set([UNITS.health, UNITS.finance]));
  });

  it('a return answers what was done since the unit got the task, a suspension in between or not', () => {
    const done = report(taskIn('underway'), [{ limitId: 'L1' }]);
    const suspended = approved(done.after('task.suspend', soundBody('task.suspend')))
      .on('2025-03-10')
      .after('task.resume', {});
    sendBack(asked(suspended), {}).then([
      {
        type: 'check.returned',
        data: { open: [{ obligation: { limitId: 'L1' } }, { obligation: { limitId: 'L2' } }] },
      },
    ]);
  });

  it('a return names each thing once', () => {
    sendBack(asked(taskIn('underway')), {
      reopened: [{ limitId: 'L1' }, { limitId: 'L1', due: '2025-12-05' }],
    }).thenInvalid('reopened');
  });

  it('taking back a report of another limit does not put off the escalation of the one that is late', () => {
    const late = taskIn('underway').on('2025-07-04');
    const back = report(late, [{ limitId: 'L2' }]).after('task.withdraw', {}, OF_HEALTH);
    const escalation = (story: TaskStory) =>
      plannedTimers(story).find(({ limitId, rungId }) => limitId === 'L1' && rungId === 'escalate-5')?.fireAt;
    expect(escalation(back)).toBe(escalation(late));
  });

  it('a late period is not charged the days of a suspension, no more than a late limit', () => {
    const story = underway([
      aLimit('L1', { due: '2025-01-31' }),
      aLimit('L2', { due: '2025-12-31', recurrence: 'monthly' }),
    ]);
    const resumed = approved(
      story.on('2025-02-10').after('task.suspend', { ...soundBody('task.suspend'), until: '2025-03-10' }),
    )
      .on('2025-03-10')
      .after('task.resume', {});
    const dues = openObligations(stateOf(resumed), '2025-03-10').map(({ limitId, period, due }) => [
      limitId,
      period,
      due,
    ]);
    expect(dues.slice(0, 2)).toEqual([
      ['L1', null, '2025-02-28'],
      ['L2', '2025-01', '2025-02-28'],
    ]);
  });

  it('a form that claims, checks or closes has seen the content that it stands for', () => {
    const seenRevision = taskIn('underway').history.length - 1;
    const changed = taskIn('underway').after('task.correct', {
      changes: { addedLimits: [aLimit('L3')] },
      reason: '漏录',
    });
    changed
      .when('task.request-closure', { ...soundBody('task.request-closure'), seenRevision }, { by: PEOPLE.unitHead })
      .then('TASK.CHANGED_SINCE');
  });
});
