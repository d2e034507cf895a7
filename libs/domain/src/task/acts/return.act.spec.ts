import {
  corrected,
  dailyTask,
  draftTask,
  noTask,
  OF_FINANCE,
  OF_HEALTH,
  PEOPLE,
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
    sendBack(one, { to: [UNITS.finance] }).then('TASK.RETURN_TO_LEAD');
    sendBack(one, { to: [UNITS.finance, UNITS.health] }).then(['check.returned']);
  });
});
