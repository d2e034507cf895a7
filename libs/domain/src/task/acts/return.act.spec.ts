import {
  aLimit,
  corrected,
  dailyTask,
  draftTask,
  noTask,
  OF_FINANCE,
  OF_HEALTH,
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

const sendBack = (story: TaskStory, change: Partial<TaskInput<'task.return'>> = {}, by = PEOPLE.verifier) =>
  story.when('task.return', { missing: '缺少验收报告', ...change }, { by });
const owedAgain = (limitId: string, due: string, period: string | null = null) => ({
  obligation: { lane: UNITS.health, limitId, period },
  due,
  kept: true,
});
const openLimits = (story: { readonly state: TaskStory['state'] }) =>
  stateOf(story).limits.map(({ done }) => done.length === 0);

describe('returning', () => {
  const oneDone = usually(
    usually(taskIn('assigned'), 'task.accept').after(
      'task.report',
      { progress: '完成一项', done: [{ limitId: 'L1' }] },
      { by: PEOPLE.reporter },
    ),
    'task.request-closure',
  );

  it('reopens what was done since the units got the task, reported or claimed, each on the day that it had', () => {
    const returned = sendBack(oneDone);
    returned.then([
      {
        type: 'check.returned',
        data: {
          level: 1,
          missing: '缺少验收报告',
          to: [UNITS.health],
          open: [owedAgain('L1', '2025-06-30'), owedAgain('L2', '2025-09-30')],
        },
      },
    ]);
    expect(stateOf(returned).status).toBe('returned');
    expect(openLimits(returned)).toEqual([true, true]);
  });

  it('reopens what the verifier names, and refuses what the task does not have', () => {
    const named = sendBack(oneDone, { reopened: [{ limitId: 'L1' }] });
    named.then([{ type: 'check.returned', data: { open: [owedAgain('L1', '2025-06-30')] } }]);
    expect(openLimits(named)).toEqual([true, false]);
    sendBack(oneDone, { reopened: [{ limitId: 'L9' }] }).then('TASK.LIMIT_UNKNOWN');
  });

  it('is refused with TASK.RETURN_EMPTY where nothing would be open', () => {
    sendBack(oneDone, { reopened: [] }).then('TASK.RETURN_EMPTY');
    // A task without limits has nothing to name: the verifier says what is to be done until when.
    const undated = usually(
      noTask.after('task.draft', draftTask({ limits: [] }), { by: PEOPLE.engine }).after('task.confirm', {
        leadUnitIds: [UNITS.health],
        supportUnitIds: [],
        limits: 'none',
      }),
      'task.hang',
      'task.assign',
      'task.accept',
      'task.report',
      'task.request-closure',
    );
    sendBack(undated).then('TASK.RETURN_EMPTY');
    sendBack(undated, { newLimits: [{ what: '补充材料', due: '2025-04-30' }] }).then(['limit.added', 'check.returned']);
  });
  it('sets a new day, as a move that stays in the chain of the limit', () => {
    const returned = sendBack(oneDone, { reopened: [{ limitId: 'L1', due: '2025-07-15' }] });
    returned.then([
      { type: 'check.returned', data: { open: [{ ...owedAgain('L1', '2025-07-15'), kept: false }] } },
      {
        type: 'limit.moved',
        data: { limitId: 'L1', kind: 'return', from: { due: '2025-06-30' }, to: { due: '2025-07-15' } },
      },
    ]);
    expect(stateOf(returned).limits[0]?.chain.map(({ kind, to }) => [kind, to.due])).toEqual([
      ['set', '2025-06-30'],
      ['return', '2025-07-15'],
    ]);
    sendBack(oneDone, { reopened: [{ limitId: 'L1', due: '2025-03-02' }] }).then('TASK.DUE_IN_PAST');
  });

  it('asks for more with limits of its own, which every lead owes', () => {
    const returned = sendBack(oneDone, { reopened: [], newLimits: [{ what: '补充验收报告', due: '2025-04-30' }] });
    returned.then([
      { type: 'limit.added', data: { limit: { limitId: 'L3', what: '补充验收报告', due: '2025-04-30' } } },
      { type: 'check.returned', data: { open: [owedAgain('L3', '2025-04-30')] } },
    ]);
    sendBack(oneDone, { newLimits: [{ what: '补充', due: '2025-03-02' }] }).then('TASK.DUE_IN_PAST');
  });

  it('names periods of recurring limits, and refuses those that the task does not have', () => {
    const asked = usually(recurringTask(), 'task.report', 'task.request-closure');
    const period = (id: string | null) => sendBack(asked, { reopened: [{ limitId: 'L3', period: id }] });
    period('2025-Q1').then([{ type: 'check.returned', data: { open: [owedAgain('L3', '2025-03-31', '2025-Q1')] } }]);
    for (const id of ['2025-Q2', '2019-Q1', null]) period(id).then('TASK.PERIOD_UNKNOWN');
  });

  it('takes back the verification of what it reopens', () => {
    const returned = stateOf(sendBack(taskIn('verified'), {}, PEOPLE.secondVerifier));
    expect(returned).toMatchObject({ status: 'returned', levelPassed: 0 });
    expect(returned.limits.map(({ verifiedOn }) => verifiedOn)).toEqual([null, null]);
  });

  it('names the periods that opened while the claim was checked', () => {
    const asked = usually(recurringTask(), 'task.report', 'task.request-closure').on('2025-04-02');
    sendBack(asked).then([
      {
        type: 'check.returned',
        data: { open: [owedAgain('L3', '2025-03-31', '2025-Q1'), owedAgain('L3', '2025-06-30', '2025-Q2')] },
      },
    ]);
  });

  it('is refused with TASK.TOO_MANY_OWED where more is owed again than an event can name, and not for limits named', () => {
    const asked = usually(dailyTask(), 'task.request-closure');
    expect(stateOf(sendBack(asked.on('2025-06-10'))).status).toBe('returned');
    sendBack(asked.on('2025-06-11')).then('TASK.TOO_MANY_OWED');
    sendBack(asked.on('2025-06-11'), { reopened: [{ limitId: 'L1', period: '2025-03-03' }] }).then(['check.returned']);
  });
});

describe('returning to two leads', () => {
  const request = soundBody('task.request-closure');
  const both = withTwoLeads
    .after('task.report', { progress: '完成' }, OF_HEALTH)
    .after('task.report', { progress: '完成' }, OF_FINANCE)
    .after('task.request-closure', request, OF_HEALTH)
    .after('task.request-closure', request, OF_FINANCE);

  it('reopens what each of them claimed', () => {
    const returned = sendBack(both);
    returned.then([{ type: 'check.returned', data: { to: [UNITS.health, UNITS.finance] } }]);
    expect(stateOf(returned).lanes.map(({ claim }) => claim)).toEqual([null, null]);
    expect(openLimits(returned)).toEqual([true, true]);
  });

  it('stands until each has asked again', () => {
    const first = sendBack(both).next.after('task.request-closure', request, OF_FINANCE);
    expect(stateOf(first).status).toBe('returned');
    expect(stateOf(first.after('task.request-closure', request, OF_HEALTH)).status).toBe('closure-requested');
  });

  it('leaves alone a period claimed of a rhythm that the limit no longer has', () => {
    const quarterly = { due: null, recurrence: 'quarterly', dueOn: null } as const;
    const monthly = { ...quarterly, recurrence: 'monthly' } as const;
    const move = { limitId: 'L1', period: null, kind: 'correction', reason: '应为每月', cause: null } as const;
    const story = corrected(withTwoLeads, {
      changedLimits: [{ limitId: 'L1', due: null, recurrence: 'quarterly' }],
      removedLimits: ['L2'],
    })
      .after('task.report', { progress: '完成' }, OF_HEALTH)
      .after('task.report', { progress: '完成' }, OF_FINANCE)
      .after('task.request-closure', request, OF_HEALTH)
      .recorded([{ type: 'limit.moved', data: { ...move, from: quarterly, to: monthly } }])
      .after('task.request-closure', request, OF_FINANCE);
    const owed = [UNITS.finance, UNITS.health].map((lane) => ({
      obligation: { lane, limitId: 'L1', period: '2025-03' },
    }));
    sendBack(story).then([{ type: 'check.returned', data: { open: owed } }]);
  });
});

describe('a return to one of two leads', () => {
  const request = soundBody('task.request-closure');
  const checked = withTwoLeads
    .after('task.report', { progress: '完成' }, OF_HEALTH)
    .after('task.report', { progress: '完成' }, OF_FINANCE)
    .after('task.request-closure', request, OF_HEALTH)
    .after('task.request-closure', request, OF_FINANCE);
  const toHealth = sendBack(checked, { to: [UNITS.health], newLimits: [{ what: '补验收表', due: '2025-08-29' }] });

  it('opens again what that one did, asks the new thing of it alone, and leaves the other as it was checked', () => {
    toHealth.then([
      { type: 'limit.added', data: { owedBy: [UNITS.health] } },
      { type: 'check.returned', data: { to: [UNITS.health] } },
    ]);
    const { status, lanes } = stateOf(toHealth);
    expect([status, lanes.map(({ claim }) => claim === null)]).toEqual(['returned', [true, false]]);
    const returned = toHealth.next.history.at(-1);
    const open = returned?.type === 'check.returned' ? returned.data.open : [];
    expect(new Set(open.map(({ obligation }) => obligation.lane))).toEqual(new Set([UNITS.health]));
  });

  it('is checked again once that one asks', () => {
    expect(stateOf(toHealth.next.after('task.request-closure', request, OF_HEALTH)).status).toBe('closure-requested');
  });

  it('names units that were checked, a lead among them', () => {
    sendBack(checked, { to: [UNITS.insurance] }).then('TASK.UNIT_NOT_CHECKED');
    const asked = taskIn('underway')
      .after('task.report', { progress: '完成' }, OF_FINANCE)
      .after('task.request-closure', request, OF_FINANCE);
    const one = usually(asked, 'task.request-closure');
    sendBack(one, { to: [UNITS.finance] }).then('TASK.RETURN_EMPTY');
    sendBack(one, { to: [UNITS.finance, UNITS.health] }).then(['check.returned']);
  });
});

describe('a return and what a supporting unit owes alone', () => {
  const ofFinance = { ...aLimit('L9'), due: '2025-05-10', owedBy: [UNITS.finance] };
  const asked = taskIn('underway').after('task.correct', { changes: { addedLimits: [ofFinance] }, reason: '漏列' });
  const done = asked.after('task.report', { progress: '资金已拨付', done: [{ limitId: 'L9' }] }, OF_FINANCE);
  const claimed = (story: TaskStory) => usually(story, 'task.request-closure');

  it('goes to that unit too where it names what that one has done', () => {
    const returned = sendBack(claimed(done), { reopened: [{ limitId: 'L9', due: '2025-06-10' }, { limitId: 'L1' }] });
    const { lanes, limits } = stateOf(returned);
    returned.then([{ type: 'check.returned', data: { to: lanes.map(({ unitId }) => unitId) } }, 'limit.moved']);
    expect(limits.find(({ limitId }) => limitId === 'L9')).toMatchObject({ due: '2025-06-10', done: [] });
  });

  it('is empty where no lead has anything open by it', () => {
    sendBack(claimed(done), { reopened: [{ limitId: 'L9' }] }).then('TASK.RETURN_EMPTY');
    const undated = corrected(asked, { removedLimits: ['L1', 'L2'] });
    sendBack(claimed(undated)).then('TASK.RETURN_EMPTY');
  });

  it('starts that unit’s clock again: while the leads were checked it could do nothing', () => {
    const late = claimed(asked.on('2025-05-05')).on('2025-05-26');
    late.when('task.report', { progress: '资金已拨付' }, OF_FINANCE).then('TASK.STEP_NOT_OPEN');
    const urge = (story: TaskStory) =>
      plannedTimers(story)
        .find(({ limitId, kind }) => limitId === 'L9' && kind === 'urge')
        ?.fireAt.slice(0, 10);
    expect(urge(sendBack(late).next)).toBe('2025-05-27');
    expect(
      urge(claimed(asked.on('2025-05-21')).on('2025-05-26').after('task.withdraw', {}, { by: PEOPLE.unitHead })),
    ).toBe('2025-05-27');
  });
});

describe('the days that a return gives', () => {
  it('bring periods of a duty that ended before: it lists them', () => {
    const monthly = { ...aLimit('L3'), due: null, recurrence: 'monthly' as const };
    const story = usually(
      usually(noTask, 'task.draft')
        .after('task.correct-draft', {
          changes: { removedLimits: ['L1', 'L2'], addedLimits: [aLimit('L8', { due: '2025-03-31' }), monthly] },
        })
        .after('task.confirm', { leadUnitIds: [UNITS.health], supportUnitIds: [], limits: 'confirmed' }),
      'task.hang',
      'task.assign',
      'task.accept',
      'task.report',
      'task.request-closure',
    ).on('2025-04-07');
    const returned = sendBack(story, { reopened: [{ limitId: 'L8', due: '2025-08-31' }] });
    const event = returned.events.find(({ type }) => type === 'check.returned');
    expect(
      event?.type === 'check.returned'
        ? event.data.open.map(({ obligation: { limitId, period }, due }) => [limitId, period, due])
        : [],
    ).toEqual([
      ['L8', null, '2025-08-31'],
      ['L3', '2025-04', '2025-04-30'],
    ]);
  });

  it('have ids also where the highest number was given', () => {
    const far = corrected(taskIn('underway'), { addedLimits: [{ ...aLimit('L9999'), due: '2025-09-30' }] });
    sendBack(usually(far, 'task.request-closure'), { newLimits: [{ what: '补材料', due: '2025-08-29' }] }).then([
      { type: 'limit.added', data: { limit: { limitId: 'L3' } } },
      'check.returned',
    ]);
  });
});
