import {
  aLimit,
  anIndicator,
  assignedToTwo,
  corrected,
  draftTask,
  noTask,
  OF_FINANCE,
  OF_HEALTH,
  oldestOf,
  PEOPLE,
  plannedTimers,
  recurringTask,
  soundBody,
  stateOf,
  taskIn,
  type TaskInput,
  type TaskStory,
  UNITS,
  usually,
  withTwoLeads,
} from '../../../testing';
import { addDays } from '../../calendar';
import { comingPeriod, openObligations } from '../obligations';

type Changes = TaskInput<'task.correct'>['changes'];

const correct = (story: TaskStory, changes: Changes, reason = '更正') =>
  story.when('task.correct', { changes, reason });
const moveDue = (story: TaskStory, limitId: string, due: string | null, reason = '市领导同意延期') =>
  corrected(story, { changedLimits: [{ limitId, due }] }, reason);
const limit = (story: TaskStory, limitId: string) => {
  const found = stateOf(story).limits.find((each) => each.limitId === limitId);
  if (!found) throw new Error(`no limit ${limitId}`);
  return found;
};
const timersOf = (story: TaskStory, limitId: string) => plannedTimers(story).filter((each) => each.limitId === limitId);

describe('correcting', () => {
  it('needs a reason', () => {
    correct(taskIn('underway'), { title: '新标题' }, '').thenInvalid('reason');
  });

  it('keeps the first due day and every move with its kind and reason', () => {
    const moved = moveDue(moveDue(taskIn('underway'), 'L1', '2025-08-31', '一次'), 'L1', '2025-07-31', '二次');
    expect(limit(moved, 'L1').chain.map(({ kind, to, reason }) => [kind, to.due, reason])).toEqual([
      ['set', '2025-06-30', ''],
      ['correction', '2025-08-31', '一次'],
      ['correction', '2025-07-31', '二次'],
    ]);
    expect(limit(moved, 'L1').due).toBe('2025-07-31');
  });

  it('keeps the removal of a day and the day set after it as moves', () => {
    const moved = moveDue(moveDue(taskIn('underway'), 'L1', null, '日期待定'), 'L1', '2025-08-29', '已定');
    expect(limit(moved, 'L1').chain.map(({ kind, to }) => [kind, to.due])).toEqual([
      ['set', '2025-06-30'],
      ['correction', null],
      ['correction', '2025-08-29'],
    ]);
  });

  it('records nothing when nothing differs', () => {
    const { title, body } = stateOf(taskIn('underway'));
    const changedLimits = [{ limitId: 'L1', due: '2025-06-30', what: '完成阶段任务' }];
    correct(taskIn('underway'), { title, body, changedLimits }).then([]);
  });

  it('arms a moved limit anew, and leaves the others alone', () => {
    const underway = taskIn('underway');
    const moved = moveDue(underway.on('2025-05-06'), 'L1', '2025-08-29');
    expect(limit(moved, 'L1').armedAt).toMatch(/^2025-05-06T/);
    expect(limit(moved, 'L2').armedAt).toBe(limit(underway, 'L2').armedAt);
  });

  it('gives a moved due day timers of its own', () => {
    const before = timersOf(taskIn('underway'), 'L1');
    const after = timersOf(moveDue(taskIn('underway'), 'L1', '2025-08-29'), 'L1');
    expect(after).toHaveLength(before.length);
    const former = new Set(before.map(({ timerId }) => timerId));
    expect(after.filter(({ timerId }) => former.has(timerId))).toEqual([]);
  });

  it('arms an added limit from the moment it was added; before assignment not at all', () => {
    const added = { addedLimits: [aLimit('L3')] };
    expect(limit(correct(taskIn('underway').on('2025-05-06'), added).next, 'L3').armedAt).toMatch(/^2025-05-06T/);
    expect(limit(correct(taskIn('hung'), added).next, 'L3').armedAt).toBeNull();
  });

  it('never gives the id of a removed limit again', () => {
    const removed = correct(taskIn('underway'), { removedLimits: ['L2'] }, '与他项重复').next;
    correct(removed, { addedLimits: [aLimit('L2')] }, '恢复').then('TASK.LIMIT_EXISTS');
  });

  it('refuses limits that the task does not have', () => {
    correct(taskIn('underway'), { changedLimits: [{ limitId: 'L9', what: '无' }] }).then('TASK.LIMIT_UNKNOWN');
  });

  it('refuses one limit changed in two ways at once', () => {
    const changedLimits = [
      { limitId: 'L1', due: '2025-07-01' },
      { limitId: 'L1', due: '2025-08-01' },
    ];
    correct(taskIn('underway'), { changedLimits }).thenInvalid('TASK.LIMIT_TWICE');
  });
});

describe('correcting the day inside the period', () => {
  const monthly = recurringTask({ recurrence: 'monthly' });
  const change = (story: TaskStory, changed: NonNullable<Changes['changedLimits']>[number]) =>
    correct(story, { changedLimits: [changed] });

  it.each([
    ['a month that the period lacks', { month: 600, day: 31 }],
    ['the second month of a month', { month: 2, day: 5 }],
  ])('refuses %s', (_what, dueOn) => {
    change(monthly, { limitId: 'L3', dueOn }).then('TASK.DUE_OUTSIDE_PERIOD');
  });

  it('refuses a day of a shorter rhythm and takes it with the longer one', () => {
    const dueOn = { month: 3, day: 15 };
    change(recurringTask(), { limitId: 'L3', recurrence: 'monthly', dueOn }).then('TASK.DUE_OUTSIDE_PERIOD');
    change(monthly, { limitId: 'L3', recurrence: 'quarterly', dueOn }).then(['proposal.made']);
  });

  it('refuses one on a limit that has a date or loses its rhythm', () => {
    const dueOn = { month: 12, day: 5 };
    change(taskIn('hung'), { limitId: 'L1', dueOn }).then('TASK.DUE_OUTSIDE_PERIOD');
    change(monthly, { limitId: 'L3', recurrence: null, dueOn }).then('TASK.DUE_OUTSIDE_PERIOD');
  });

  it('forgets it with the rhythm that it belonged to', () => {
    const late = recurringTask({ dueOn: { month: 3, day: 15 } });
    const [toMonthly] = stateOf(corrected(late, { changedLimits: [{ limitId: 'L3', recurrence: 'monthly' }] })).limits;
    expect(toMonthly?.dueOn).toBeNull();
  });
});

describe('correcting while a claim is checked', () => {
  it.each<[string, Changes]>([
    ['a limit added', { addedLimits: [aLimit('L9')] }],
    ['another rhythm', { changedLimits: [{ limitId: 'L1', recurrence: 'monthly' }] }],
  ])('takes no new duty: %s', (_what, changes) => {
    correct(taskIn('closure-requested'), changes).then('TASK.UNDER_CHECK');
    correct(taskIn('verified'), changes).then('TASK.UNDER_CHECK');
    expect(correct(taskIn('returned'), changes).events).toHaveLength(1);
  });

  it('takes no new duty as soon as one of two leads has asked for closure', () => {
    const first = withTwoLeads
      .after('task.report', { progress: '完成' }, OF_HEALTH)
      .after('task.request-closure', soundBody('task.request-closure'), OF_HEALTH);
    correct(first, { addedLimits: [aLimit('L9')] }).then('TASK.UNDER_CHECK');
    correct(first.after('task.withdraw', {}, OF_HEALTH), { addedLimits: [aLimit('L9')] }).then(['limit.added']);
  });

  it('of one of two leads moves a day that is there, and sets none that was not', () => {
    const undated = moveDue(withTwoLeads, 'L1', null);
    const first = undated
      .after('task.report', { progress: '完成' }, OF_HEALTH)
      .after('task.request-closure', soundBody('task.request-closure'), OF_HEALTH);
    correct(first, { changedLimits: [{ limitId: 'L1', due: '2025-08-29' }] }).then('TASK.UNDER_CHECK');
    correct(first, { changedLimits: [{ limitId: 'L2', due: '2025-12-31' }] }).then(['proposal.made']);
  });

  it('of one of two leads does not prolong a duty that ends with the last dated limit', () => {
    const limits = [aLimit('L1'), aLimit('L2', { due: null, recurrence: 'monthly' })];
    const story = noTask.after('task.draft', draftTask({ limits }), { by: PEOPLE.engine }).after('task.confirm', {
      leadUnitIds: [UNITS.health, UNITS.finance],
      supportUnitIds: [],
      limits: 'confirmed',
    });
    const first = usually(story, 'task.hang', 'task.assign', 'task.accept', 'task.report', 'task.request-closure');
    correct(first, { changedLimits: [{ limitId: 'L1', due: '2025-12-31' }] }).then('TASK.UNDER_CHECK');
    correct(first, { changedLimits: [{ limitId: 'L1', due: null }] }).then('TASK.UNDER_CHECK');
    correct(first, { changedLimits: [{ limitId: 'L1', due: '2025-06-30' }] }).then(['proposal.made']);
  });

  it.each<[string, Changes]>([
    ['a day moved', { changedLimits: [{ limitId: 'L1', due: '2025-08-29' }] }],
    ['a limit removed', { removedLimits: ['L1'] }],
    ['another target', { indicators: [anIndicator('I1', { value: 40 })] }],
    ['another supporting unit', { supportUnitIds: [UNITS.insurance] }],
  ])('takes nothing that is judged, once every lead has asked: %s', (_what, changes) => {
    correct(taskIn('closure-requested'), changes).then('TASK.UNDER_CHECK');
    correct(taskIn('verified'), changes).then('TASK.UNDER_CHECK');
  });

  it('takes its wording', () => {
    const changes = { title: '新标题', body: '新正文', changedLimits: [{ limitId: 'L1', what: '印发方案' }] };
    correct(taskIn('verified'), changes).then(['task.content-changed']);
  });
});

describe('correcting a rhythm', () => {
  const quarterly = recurringTask().on('2025-05-06');
  const toMonthly = corrected(quarterly, { changedLimits: [{ limitId: 'L3', recurrence: 'monthly' }] });

  it('begins afresh with the period under way', () => {
    const state = stateOf(toMonthly);
    expect(openObligations(state, '2025-05-06').map(({ period }) => period)).toEqual(['2025-05']);
    expect(
      state.lanes.map((lane) => comingPeriod(state, limit(toMonthly, 'L3'), lane, '2025-05-06')?.period ?? null),
    ).toEqual(['2025-06', null]);
  });

  it('forgets what was done of the former one', () => {
    const story = recurringTask();
    const done = story.after('task.report', { progress: '完成', done: [oldestOf(story, 'L3')] }, OF_HEALTH);
    const changes: Changes = { changedLimits: [{ limitId: 'L3', recurrence: 'monthly' }] };
    expect(limit(corrected(done, changes), 'L3').done).toEqual([]);
  });

  it('keeps what was done when only the end of the duty moves', () => {
    const story = recurringTask();
    const done = story.after('task.report', { progress: '完成', done: [oldestOf(story, 'L3')] }, OF_HEALTH);
    expect(limit(moveDue(done, 'L3', '2026-12-31'), 'L3').done.map(({ period }) => period)).toEqual(['2025-Q1']);
  });
});

describe('correcting units', () => {
  const changes = { leadUnitIds: [UNITS.insurance], supportUnitIds: [] };

  it('is possible until a lead has accepted', () => {
    for (const status of ['hung', 'assigned', 'declined'] as const) {
      expect(stateOf(correct(taskIn(status), changes)).leads).toEqual([UNITS.insurance]);
    }
  });

  it('gives the lanes of an assigned task to the other units', () => {
    const corrected = correct(taskIn('assigned'), changes, '单位录错');
    corrected.then([
      {
        type: 'lanes.changed',
        data: {
          added: [{ unitId: UNITS.insurance, role: 'lead' }],
          removed: [UNITS.health, UNITS.finance],
          reason: '单位录错',
        },
      },
    ]);
    expect(stateOf(corrected).lanes.map(({ unitId }) => unitId)).toEqual([UNITS.insurance]);
    corrected.next
      .when('task.accept', {}, { by: PEOPLE.reporter })
      .then([{ type: 'lane.accepted', data: { lane: UNITS.insurance } }]);
  });

  it.each([
    ['underway', 'TASK.UNITS_FIXED'],
    ['returned', 'TASK.UNITS_FIXED'],
    ['closure-requested', 'TASK.UNDER_CHECK'],
    ['verified', 'TASK.UNDER_CHECK'],
  ] as const)('is over when %s', (status, code) => {
    correct(taskIn(status), changes).then(code);
  });

  it('refuses units that are not registered or stand on both sides', () => {
    correct(taskIn('hung'), { leadUnitIds: [UNITS.unregistered] }).then('UNIT.UNKNOWN');
    correct(taskIn('hung'), { leadUnitIds: [UNITS.finance] }).then('TASK.UNIT_TWICE');
  });

  it('lets the task get under way when the lead that had not answered is taken out', () => {
    const first = assignedToTwo.after('task.accept', {}, OF_HEALTH);
    const alone = correct(first, { leadUnitIds: [UNITS.health] });
    alone.then([{ type: 'lanes.changed', data: { added: [], removed: [UNITS.finance] } }]);
    expect(stateOf(alone)).toMatchObject({ status: 'underway', lanes: [{ unitId: UNITS.health, answer: 'accepted' }] });
  });
});

describe('(9) correcting a day once a unit has accepted', () => {
  const underway = taskIn('underway');
  const later: Changes = { changedLimits: [{ limitId: 'L1', due: '2025-08-29' }] };

  it.each<[string, Changes]>([
    ['moved', later],
    ['removed', { changedLimits: [{ limitId: 'L1', due: null }] }],
    ['taken away with its limit', { removedLimits: ['L1'] }],
    ['put into another rhythm', { changedLimits: [{ limitId: 'L1', due: null, recurrence: 'monthly' }] }],
    ['moved together with words', { title: '新标题', ...later }],
  ])('(15-9) is not one clerk’s own: %s', (_how, changes) => {
    const asked = correct(underway, changes, '录入有误');
    asked.then([{ type: 'proposal.made', data: { act: 'task.correct', data: { changes }, grounds: '录入有误' } }]);
    expect(limit(asked.next, 'L1').chain).toHaveLength(1);
    expect(stateOf(asked.next).title).toBe(stateOf(underway).title);
    asked.next.when('task.decide-proposal', { result: 'approved' }).then('TASK.OWN_PROPOSAL');
  });

  it('moves it with the consent of a leader, and both stand in the chain', () => {
    const moved = correct(underway, later, '录入有误').next.after(
      'task.decide-proposal',
      { result: 'approved' },
      { by: PEOPLE.leader },
    );
    expect(limit(moved, 'L1')).toMatchObject({
      due: '2025-08-29',
      chain: [
        { kind: 'set' },
        {
          kind: 'correction',
          reason: '录入有误',
          askedBy: { accountId: PEOPLE.clerk.accountId },
          approvedBy: { accountId: PEOPLE.leader.accountId },
        },
      ],
    });
  });

  it.each<[string, Changes]>([
    ['words', { title: '新标题', changedLimits: [{ limitId: 'L1', what: '印发方案' }] }],
    ['another limit', { addedLimits: [aLimit('L9')] }],
    ['another target', { indicators: [anIndicator('I1', { value: 40 })] }],
    ['a day put as it is', { title: '新标题', changedLimits: [{ limitId: 'L1', due: '2025-06-30' }] }],
  ])('stays one clerk’s own for what moves no day: %s', (_what, changes) => {
    expect(correct(underway, changes).events.map(({ type }) => type)).not.toContain('proposal.made');
  });

  it('stays one clerk’s own for a first day to come, which takes nothing from anybody', () => {
    const undated = correct(underway, { addedLimits: [{ ...aLimit('L9'), due: null }] }).next;
    const first = (due: string) => correct(undated, { changedLimits: [{ limitId: 'L9', due }] });
    first(undated.today).then([{ type: 'limit.moved', data: { kind: 'set' } }]);
    first(addDays(undated.today, -1)).then(['proposal.made']);
  });

  it('takes two for the day that comes in place of one that two have removed', () => {
    correct(moveDue(underway, 'L1', null), later).then(['proposal.made']);
  });

  it('takes two for one more limit by a day that is over: the unit would be late with it at once', () => {
    const added = (due: string) => correct(underway, { addedLimits: [{ ...aLimit('L9'), due }] });
    added(underway.today).then(['limit.added']);
    added(addDays(underway.today, -1)).then(['proposal.made']);
  });

  it('stays one clerk’s own while nobody has accepted', () => {
    correct(taskIn('assigned'), later).then(['limit.moved']);
    correct(taskIn('declined'), later).then(['limit.moved']);
  });

  it('is asked for once for each day, whichever way', () => {
    const asked = correct(underway, later).next;
    correct(asked, { removedLimits: ['L1'] }).then('TASK.ALREADY_PROPOSED');
    correct(asked, { changedLimits: [{ limitId: 'L2', due: '2025-12-31' }] }).then(['proposal.made']);
  });

  it('brings the units that it names, found out again at the approval', () => {
    const changes: Changes = { ...later, supportUnitIds: [UNITS.finance, UNITS.insurance] };
    const asked = correct(underway, changes).next;
    asked
      .when('task.decide-proposal', { result: 'approved' }, { by: PEOPLE.secondClerk })
      .then(['proposal.decided', 'lanes.changed', 'limit.moved']);
    asked
      .when(
        'task.decide-proposal',
        { result: 'approved' },
        { by: PEOPLE.secondClerk, facts: { knownUnits: new Set() } },
      )
      .then([{ type: 'proposal.decided', data: { result: 'overtaken' } }]);
  });

  it('is overtaken by what others have corrected since: an approval undoes nothing that was decided later', () => {
    const asked = correct(underway, { title: '旧标题', ...later }).next;
    const changed = asked.after(
      'task.correct',
      { changes: { title: '新标题' }, reason: '更正' },
      { by: PEOPLE.secondClerk },
    );
    changed
      .when('task.decide-proposal', { result: 'approved' }, { by: PEOPLE.secondClerk })
      .then([{ type: 'proposal.decided', data: { result: 'overtaken', reason: '提出申请后，任务内容已另行更正' } }]);
  });

  it('is not approved on a form that shows other content than there is', () => {
    const asked = correct(underway, later).next;
    const seenRevision = asked.history.length - 1;
    asked
      .after('task.correct', { changes: { title: '新标题' }, reason: '更正' })
      .when('task.decide-proposal', { result: 'approved', seenRevision }, { by: PEOPLE.secondClerk })
      .then('TASK.CHANGED_SINCE');
  });
});

describe('a limit that names who owes it', () => {
  const ofFinance = { ...aLimit('L9'), due: '2025-05-30', owedBy: [UNITS.finance] };
  const added = correct(taskIn('underway'), { addedLimits: [ofFinance] });

  it('is owed by that unit, which is reminded of it, reports it and asks for more time; the lead owes nothing of it', () => {
    added.then([{ type: 'limit.added', data: { owedBy: [UNITS.finance], limit: { limitId: 'L9' } } }]);
    const answered = added.next;
    expect(plannedTimers(answered).flatMap(({ limitId, lane }) => (limitId === 'L9' ? [lane] : []))).toContain(
      UNITS.finance,
    );
    expect(plannedTimers(answered).filter(({ limitId, lane }) => limitId === 'L9' && lane === UNITS.health)).toEqual(
      [],
    );
    const done = { progress: '资金已拨付', done: [{ limitId: 'L9' }] };
    answered.when('task.report', done, OF_FINANCE).then(['lane.reported']);
    answered.when('task.report', done, OF_HEALTH).then('TASK.LIMIT_NOT_OWED');
    const more = { limitId: 'L9', due: '2025-06-30', reason: '资金下达较晚' };
    answered.when('task.extend', more, OF_FINANCE).then(['proposal.made']);
  });

  it('names units that are responsible after the correction', () => {
    const other = { ...ofFinance, owedBy: [UNITS.insurance] };
    correct(taskIn('underway'), { addedLimits: [other] }).then('TASK.UNIT_NOT_RESPONSIBLE');
    correct(taskIn('underway'), {
      supportUnitIds: [UNITS.finance, UNITS.insurance],
      addedLimits: [other],
    }).then(['lanes.changed', 'limit.added']);
  });

  it('goes with its unit, whatever way that leaves: no lead is left with what it was never asked', () => {
    const asked = (status: 'hung' | 'assigned') => correct(taskIn(status), { addedLimits: [ofFinance] }).next;
    correct(asked('assigned'), { supportUnitIds: [] }).then(['limit.removed', 'lanes.changed']);
    correct(asked('hung'), { supportUnitIds: [] }).then(['task.content-changed', 'limit.removed']);
    const replaced = asked('assigned')
      .after('task.decline', { reason: '非本单位职责' }, OF_FINANCE)
      .after('task.decline', { reason: '非本单位职责' }, OF_HEALTH)
      .after('task.confirm', { leadUnitIds: [UNITS.health], supportUnitIds: [UNITS.insurance], limits: 'confirmed' });
    replaced.when('task.assign', {}).then([{ type: 'limit.removed', data: { limitId: 'L9' } }, 'task.assigned']);
  });
});

describe('the unit of an indicator', () => {
  const tenfold = { indicators: [anIndicator('I1', { unit: '‰' })] };

  it('stays once a value was reported in it', () => {
    correct(taskIn('underway'), tenfold).then(['task.content-changed']);
    const read = taskIn('underway').after(
      'task.report',
      { progress: '推进中', readings: [{ indicatorId: 'I1', value: 60, readOn: '2025-03-03' }] },
      OF_HEALTH,
    );
    correct(read, tenfold).then('TASK.INDICATOR_MEASURED');
    correct(read, { indicators: [anIndicator('I1', { value: 80 })] }).then(['task.content-changed']);
  });
});

describe('a limit that is added under way', () => {
  const monthly = recurringTask();
  const end = (story: TaskStory) => {
    const [lane] = stateOf(story).lanes;
    const [limit] = stateOf(story).limits;
    return lane && limit ? comingPeriod(stateOf(story), limit, lane, '2026-06-30')?.period : undefined;
  };

  it('ends no duty that has no end: nobody’s periods are taken away by it', () => {
    const added = correct(monthly, { addedLimits: [{ ...aLimit('L9'), due: '2025-12-31' }] });
    added.then(['limit.added']);
    expect(end(added.next)).toBe(end(monthly));
  });

  it('asks nothing of a unit that has asked for closure: it could neither report nor put it off', () => {
    const asked = taskIn('underway')
      .after('task.report', { progress: '完成' }, OF_FINANCE)
      .after('task.request-closure', soundBody('task.request-closure'), OF_FINANCE);
    correct(asked, { addedLimits: [{ ...aLimit('L9'), owedBy: [UNITS.finance] }] }).then('TASK.UNDER_CHECK');
    correct(asked, { addedLimits: [aLimit('L9')] }).then(['limit.added']);
  });

  it('by a day that is over waits for its second person without keeping other corrections back', () => {
    const asked = correct(taskIn('underway'), { addedLimits: [{ ...aLimit('L9'), due: '2025-03-01' }] }).next;
    correct(asked, { changedLimits: [{ limitId: 'L1', due: '2025-07-31' }] }).then(['proposal.made']);
  });
});

it('a form of a revision that the task has not reached is none that anybody has seen', () => {
  taskIn('underway')
    .when('task.correct', { changes: { title: '新标题' }, reason: '更正', seenRevision: 999_999_999 })
    .then('TASK.CHANGED_SINCE');
});
