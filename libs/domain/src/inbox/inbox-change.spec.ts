import {
  approved,
  assignedToTwo,
  corrected,
  OF_FINANCE,
  OF_HEALTH,
  openAfter,
  passedTo,
  PEOPLE,
  plannedTimers,
  recurringTask,
  rungInput,
  soundBody,
  staffOf,
  stateOf,
  TASK_FACTS,
  taskIn,
  type TaskStory,
  UNITS,
  usually,
  withTwoLeads,
} from '../../testing';
import { type Actor } from '../shared/actor';
import { type RungKind } from '../ladder';

const NAMES = new Map<string | null, string>([
  [UNITS.health, 'health'],
  [UNITS.finance, 'finance'],
  [UNITS.insurance, 'insurance'],
]);
/** Kinds with role and unit, of those that wait or are news. */
const told = (story: TaskStory) =>
  openAfter(story).map(({ kind, audience: { role, unitId }, waits }) =>
    [kind, ...(unitId === null ? [] : [NAMES.get(unitId)]), role, waits ? 'waits' : 'news'].join(' '),
  );
const urged = (story: TaskStory) => told(story).filter((line) => line.startsWith('urge'));
const dataOf = (story: TaskStory, kind: string) => openAfter(story).find((entry) => entry.kind === kind)?.data;

const URGED = ['urge health reporter waits', 'urge-copy health unit-head news', 'urge-copy health leader news'];
const ESCALATED = [
  'escalate health unit-head waits',
  'escalate health leader waits',
  'escalate supervision-clerk waits',
];
const fire = (story: TaskStory, kind: RungKind, lane: string = UNITS.health) => {
  const timer = plannedTimers(story).find((each) => each.kind === kind && each.lane === lane);
  if (!timer) throw new Error('no such rung is planned');
  return story.after('task.fire-rung', rungInput(timer), { by: PEOPLE.engine });
};
const late = (story: TaskStory) => fire(story, 'urge');
const byHand = (story: TaskStory) => story.after('task.urge', soundBody('task.urge'));

const ACCEPT_HEALTH = ['accept health reporter waits', 'accept health unit-head waits'];
/** The supporting unit answers for its own part. */
const ACCEPT_FINANCE = ['accept finance reporter waits', 'accept finance unit-head waits'];

describe('what waits in the inbox', () => {
  it.each([
    ['draft', []],
    ['hung', []],
    ['assigned', [...ACCEPT_HEALTH, ...ACCEPT_FINANCE]],
    ['declined', [...ACCEPT_FINANCE, 'assign-again supervision-clerk waits']],
    ['underway', []],
    ['closure-requested', ['verify verifier waits']],
    ['verified', ['close closer waits']],
    ['returned', ['rectify health reporter waits', 'rectify health unit-head waits']],
    ['voided', []],
  ] as const)('follows from where the task stands: %s', (status, expected) => {
    expect(told(taskIn(status))).toEqual(expected);
  });

  it('after the closing is only the news of it', () => {
    expect(told(taskIn('closed'))).toEqual(
      ['health', 'finance'].flatMap((unit) => [`closed ${unit} reporter news`, `closed ${unit} unit-head news`]),
    );
  });

  it.each(['voided', 'terminated'] as const)(
    'after an end that no unit brought about is only the news of it: %s',
    (ending) => {
      const act = ending === 'voided' ? 'task.void' : 'task.terminate';
      const units = ['health', 'finance'].flatMap((unit) => [
        `ended ${unit} reporter news`,
        `ended ${unit} unit-head news`,
      ]);
      expect(told(usually(taskIn('assigned'), act))).toEqual(units);
      expect(told(usually(taskIn('hung'), act))).toEqual([]);
    },
  );

  it('tells the words of the step that brought it there', () => {
    expect(dataOf(taskIn('assigned'), 'accept')).toEqual({ requirements: '按月报送进展', replyBy: null });
    expect(dataOf(taskIn('declined'), 'assign-again')).toEqual({ lane: UNITS.health, reason: '职责不在本单位' });
    expect(dataOf(taskIn('closure-requested'), 'verify')).toEqual({ lane: UNITS.health, selfCheck: '各项举措已完成' });
    expect(dataOf(taskIn('verified'), 'close')).toEqual({ conclusion: '经核查资料属实' });
    expect(dataOf(taskIn('returned'), 'rectify')).toEqual({ missing: '缺少验收报告' });
  });

  it('comes back when the step that settled it is taken back', () => {
    const back = taskIn('declined').after('task.withdraw', {}, OF_HEALTH);
    expect([...told(back)].sort()).toEqual([...told(taskIn('assigned'))].sort());
    const ofHealth = openAfter(back).find(
      ({ kind, audience }) => kind === 'accept' && audience.unitId === UNITS.health,
    );
    expect(ofHealth?.data).toEqual({ step: 'task.decline' });
  });

  it('comes back, reminders and escalations too, when the report that answered them is taken back', () => {
    const fire = (story: TaskStory, rungId: string, kind: RungKind) =>
      story.after('task.fire-rung', { ...soundBody('task.fire-rung'), rung: { rungId, kind } }, { by: PEOPLE.engine });
    const late = fire(fire(taskIn('underway').on('2025-07-07'), 'urge-1', 'urge'), 'escalate-5', 'escalate');
    const back = usually(late, 'task.report').after('task.withdraw', {}, OF_HEALTH);
    expect([...told(back)].sort()).toEqual([...told(late)].sort());
  });

  it('ends with the part of a unit: another one is assigned in its place', () => {
    const late = assignedToTwo.on('2025-07-01').after(
      'task.fire-rung',
      {
        ...soundBody('task.fire-rung'),
        obligation: { lane: UNITS.finance, limitId: 'L1', period: null },
        rung: { rungId: 'urge-1', kind: 'urge' },
      },
      { by: PEOPLE.engine },
    );
    const replaced = late
      .after('task.decline', { reason: '非本单位职责' }, OF_HEALTH)
      .after('task.confirm', { leadUnitIds: [UNITS.insurance], supportUnitIds: [], limits: 'confirmed' })
      .after('task.assign', { pastDays: 'keep' });
    const ofFinance = openAfter(replaced).filter(({ waits, audience }) => waits && audience.unitId === UNITS.finance);
    expect(ofFinance).toEqual([]);
  });

  it('moves to the unit that is put in place of another one, with what it is asked to do', () => {
    const changes = { leadUnitIds: [UNITS.insurance] };
    const moved = taskIn('assigned').after('task.correct', { changes, reason: '单位录错' });
    expect(told(moved)).toEqual([
      ...ACCEPT_FINANCE,
      'accept insurance reporter waits',
      'accept insurance unit-head waits',
    ]);
    expect(dataOf(moved, 'accept')).toEqual({ requirements: '按月报送进展', replyBy: null });
  });
});

describe('what waits for two leads', () => {
  const accepting = ['reporter', 'unit-head'].map((role) => `accept finance ${role} waits`);
  const rectifying = ['reporter', 'unit-head'].map((role) => `rectify health ${role} waits`);

  it('is settled by each for itself', () => {
    const first = assignedToTwo.after('task.accept', {}, OF_HEALTH);
    expect(told(first)).toEqual(accepting);
    expect(told(first.after('task.accept', {}, OF_FINANCE))).toEqual([]);
  });

  it('stays as it was for the other one: its entry is not made anew, and keeps its words', () => {
    const request = soundBody('task.request-closure');
    const returned = usually(
      withTwoLeads
        .after('task.report', { progress: '完成' }, OF_HEALTH)
        .after('task.report', { progress: '完成' }, OF_FINANCE)
        .after('task.request-closure', request, OF_HEALTH)
        .after('task.request-closure', request, OF_FINANCE),
      'task.return',
    );
    const first = returned.after('task.request-closure', request, OF_FINANCE);
    expect(told(first)).toEqual(rectifying);
    expect(dataOf(first, 'rectify')).toEqual({ missing: '缺少验收报告' });
  });

  it('goes to the office when one of them declines', () => {
    const declined = assignedToTwo.after('task.decline', soundBody('task.decline'), OF_FINANCE);
    expect(told(declined)).toEqual([...ACCEPT_HEALTH, 'assign-again supervision-clerk waits']);
  });
});

describe('news', () => {
  it('are told to the office where a report names problems or asks for help', () => {
    const report = (change: object) =>
      taskIn('underway').after('task.report', { progress: '推进中', ...change }, OF_HEALTH);
    expect(told(report({}))).toEqual([]);
    expect(told(report({ problems: '资金未到位' }))).toEqual(['reported supervision-clerk news']);
    expect(told(report({ helpNeeded: '请协调' }))).toEqual(['reported supervision-clerk news']);
  });

  it.each([
    ['remind', ['remind health reporter waits']],
    ['due', ['remind health reporter waits', 'remind health unit-head news']],
    ['urge', URGED],
    ['escalate', ESCALATED],
  ] as const)('of a rung go to whom it is for: %s', (kind, expected) => {
    expect(told(fire(taskIn('underway'), kind))).toEqual(expected);
  });
});

describe('urging by hand', () => {
  it.each(['assigned', 'underway', 'returned'] as const)('waits for the lead unit, with copies above: %s', (status) => {
    const story = byHand(taskIn(status));
    expect(urged(story)).toEqual(URGED);
    const [entry] = openAfter(story).filter(({ kind }) => kind === 'urge');
    expect(entry).toMatchObject({
      audience: { role: 'reporter', unitId: UNITS.health },
      byHand: true,
      data: { message: soundBody('task.urge').message, on: '2025-03-03' },
    });
  });

  it('leaves what waited before where it is', () => {
    expect(told(byHand(taskIn('assigned'))).filter((line) => line.startsWith('accept'))).toHaveLength(4);
    expect(told(byHand(taskIn('returned'))).filter((line) => line.startsWith('rectify'))).toHaveLength(2);
  });

  it.each([
    ['a report', 'underway', 'task.report'],
    ['a request for closure', 'underway', 'task.request-closure'],
    ['accepting', 'assigned', 'task.accept'],
    ['declining', 'assigned', 'task.decline'],
    ['the end of the task', 'returned', 'task.terminate'],
  ] as const)('is settled by %s', (_name, status, act) => {
    expect(urged(usually(byHand(taskIn(status)), act))).toEqual([]);
  });

  it('is settled when the task is taken out of the unit’s hands', () => {
    const back = byHand(taskIn('assigned')).after('task.withdraw', {}, { by: PEOPLE.clerk });
    expect(told(back)).toEqual([]);
  });

  it('is not settled by what others do: a correction, or a report of a supporting unit', () => {
    expect(urged(usually(byHand(taskIn('underway')), 'task.correct'))).toEqual(URGED);
    const supported = byHand(taskIn('underway')).after('task.report', { progress: '资金已拨付' }, OF_FINANCE);
    expect(urged(supported)).toEqual(URGED);
  });

  it('is settled for the lead that reports, and not for the other one', () => {
    const reported = byHand(withTwoLeads).after('task.report', { progress: '推进中' }, OF_HEALTH);
    expect(urged(reported)).toEqual(URGED.map((line) => line.replace('health', 'finance')));
  });

  it('waits once more when it is sent on another day', () => {
    const twice = byHand(taskIn('underway')).on('2025-03-04').after('task.urge', {});
    expect(urged(twice)).toEqual([...URGED, ...URGED]);
    expect(urged(usually(twice, 'task.report'))).toEqual([]);
  });
});

describe('urging by timer', () => {
  it('is told as it is by hand, and waits for a report', () => {
    expect(urged(late(taskIn('underway')))).toEqual(URGED);
    expect(urged(usually(late(taskIn('underway')), 'task.report'))).toEqual([]);
  });

  it('is told to the lead that is late, and to no other', () => {
    const lines = urged(fire(withTwoLeads, 'urge', UNITS.finance));
    expect(lines).toEqual(URGED.map((line) => line.replace('health', 'finance')));
  });

  it('is not settled by accepting alone: what is late stays late', () => {
    expect(urged(usually(late(taskIn('assigned')), 'task.accept'))).toEqual(URGED);
    const left = openAfter(usually(byHand(late(taskIn('assigned'))), 'task.accept'));
    const ofHealth = left.filter(({ audience }) => audience.unitId === UNITS.health);
    expect(ofHealth.map(({ byHand: own }) => own)).toEqual([false, false, false]);
  });

  it('is settled when the unit declines: it is asked for nothing any more', () => {
    expect(urged(usually(late(taskIn('assigned')), 'task.decline'))).toEqual([]);
  });

  it('is settled for a unit that is put out of the task', () => {
    const changes = { leadUnitIds: [UNITS.insurance] };
    const moved = late(taskIn('assigned')).after('task.correct', { changes, reason: '单位录错' });
    expect(urged(moved)).toEqual([]);
  });
});

describe('suspending a task', () => {
  const suspend = soundBody('task.suspend');
  const back = (story: TaskStory) => approved(story.after('task.suspend', suspend)).after('task.resume', {});

  it.each(['assigned', 'declined', 'returned'] as const)(
    'leaves what waits where it is, with its words: %s',
    (status) => {
      const story = taskIn(status);
      const waiting = openAfter(back(story)).filter(({ waits }) => waits);
      expect(waiting).toEqual(openAfter(story).filter(({ waits }) => waits));
    },
  );

  it('on the day on which it is undone leaves reminders and urging where they are', () => {
    const story = byHand(late(taskIn('underway')));
    expect(urged(back(story))).toEqual(urged(story));
  });

  it('is told to the units, and its end to the office too', () => {
    const news = (story: TaskStory, kind: string) => told(story).filter((line) => line.startsWith(`${kind} `));
    const units = ['health', 'finance'].flatMap((unit) =>
      ['reporter', 'unit-head'].map((role) => `${unit} ${role} news`),
    );
    const story = back(taskIn('underway'));
    expect(news(story, 'suspended')).toEqual(units.map((line) => `suspended ${line}`));
    expect(news(story, 'resumed')).toEqual([
      ...units.map((line) => `resumed ${line}`),
      'resumed supervision-clerk news',
    ]);
  });
});

describe('a reminder of a limit that moves', () => {
  const story = fire(fire(taskIn('underway'), 'urge'), 'escalate');
  const moved = (limitId: string) => corrected(story, { changedLimits: [{ limitId, due: '2026-01-30' }] });

  it('(26) is settled with it, whoever was told: “escalated, late” of the former day is true no more', () => {
    expect(told(story)).toContain('escalate supervision-clerk waits');
    expect(told(moved('L1')).filter((line) => line.endsWith('waits'))).toEqual([]);
  });

  it('stays where another limit moves', () => {
    const units = ['health', 'finance'].flatMap((unit) => [
      `date-moved ${unit} reporter news`,
      `date-moved ${unit} unit-head news`,
    ]);
    expect(told(moved('L2'))).toEqual([...told(story), 'decided supervision-clerk news', ...units]);
  });
});

describe('the escalation of one of two leads', () => {
  const both = fire(fire(withTwoLeads, 'escalate', UNITS.health), 'escalate', UNITS.finance);
  const escalated = (story: TaskStory) =>
    openAfter(story).flatMap(({ kind, about, audience }) =>
      kind === 'escalate' ? [`${NAMES.get(about?.lane ?? null) ?? ''} to ${audience.role}`] : [],
    );
  const of = (name: string) => ['unit-head', 'leader', 'supervision-clerk'].map((role) => `${name} to ${role}`);

  it('stays with those above when the other one reports', () => {
    expect(escalated(both)).toEqual([...of('health'), ...of('finance')]);
    expect(escalated(both.after('task.report', { progress: '完成' }, OF_HEALTH))).toEqual(of('finance'));
  });
});

describe('what waits to be decided', () => {
  const asked = taskIn('underway').after('task.void', { reason: '重复录入' });
  const both = asked.after('task.extend', soundBody('task.extend'), OF_HEALTH);
  const [first, second] = stateOf(both).proposals;
  const waits = (story: TaskStory) =>
    openAfter(story).flatMap(({ kind, about, audience }) =>
      kind === 'decide' && audience.role === 'supervision-clerk' ? [about?.limitId] : [],
    );

  it('is one entry for each proposal, with its own words, until it is decided', () => {
    expect(waits(both)).toEqual([first?.proposalId, second?.proposalId]);
    const refused = both.after(
      'task.decide-proposal',
      { proposalId: first?.proposalId ?? '', result: 'refused', reason: '任务仍须办理' },
      { by: PEOPLE.secondClerk },
    );
    expect(waits(refused)).toEqual([second?.proposalId]);
    const [entry] = openAfter(refused).filter(({ kind }) => kind === 'decide');
    expect(entry?.data).toMatchObject({ act: 'task.extend', by: PEOPLE.reporter.accountId });
  });
});

describe('a reminder of a period', () => {
  it('is settled with the move of that period alone: others are still late', () => {
    const quarterly = recurringTask().on('2025-07-14');
    const urge = (story: TaskStory, period: string) =>
      story.recorded([
        {
          type: 'rung.fired',
          data: {
            obligation: { lane: UNITS.health, limitId: 'L3', period },
            holder: null,
            round: 1,
            climb: 1,
            rung: { rungId: 'escalate-5', kind: 'escalate' },
            due: '2025-06-30',
            daysLate: 5,
            told: [{ role: 'supervision-clerk', unitId: null, relation: 'above', people: [] }],
          },
        },
      ]);
    const late = urge(urge(quarterly, '2025-Q1'), '2025-Q2');
    const granted = approved(
      late.after(
        'task.extend',
        { limitId: 'L3', period: '2025-Q2', due: '2025-08-29', reason: '等待平台上线' },
        OF_HEALTH,
      ),
    );
    const open = openAfter(granted).filter(({ kind, waits }) => kind === 'escalate' && waits);
    expect(open.map(({ about }) => about?.limitId)).toEqual(['L3/2025-Q1']);
  });
});

describe('of a unit in which nobody can act', () => {
  const posts = staffOf([PEOPLE.clerk, PEOPLE.leader]);
  const nobody = { staff: { ...TASK_FACTS.staff, posts } };
  const late = passedTo(taskIn('underway'), '2025-07-01', nobody);
  const ofOffice = (story: TaskStory) =>
    openAfter(story).flatMap(({ kind, waits, audience, about }) =>
      audience.role === 'supervision-clerk' && waits && about?.lane === UNITS.health ? [kind] : [],
    );

  it('the office is reminded and urged in its place, until it has recorded what the unit says', () => {
    expect(ofOffice(late)).toContain('urge');
    const recorded = late.after('task.report-on-behalf', {
      progress: '方案已印发',
      onBehalf: { unitId: UNITS.health, saidBy: '李敏', how: 'phone', saidOn: '2025-07-01' },
    });
    expect(ofOffice(recorded)).toEqual([]);
  });
});

describe('a measure that is proposed', () => {
  const proposed = (people: readonly Actor[]) =>
    openAfter(
      passedTo(taskIn('underway'), '2025-07-14', { staff: { ...TASK_FACTS.staff, posts: staffOf(people) } }),
    ).filter(({ data }) => 'rung' in data && JSON.stringify(data.rung).includes('propose'));

  it('waits for the leader by itself, and is brought to the office where nobody is one', () => {
    expect(proposed([PEOPLE.leader, PEOPLE.clerk])).toEqual([]);
    expect(proposed([PEOPLE.clerk]).map(({ kind, audience: { role }, waits }) => [kind, role, waits])).toEqual([
      ['escalate', 'supervision-clerk', true],
    ]);
  });
});

it('(6) five working days late a task waits for the head of the unit, the leader in charge and the office', () => {
  const late = passedTo(taskIn('underway'), '2025-07-07');
  const escalated = openAfter(late).filter(({ kind, waits }) => kind === 'escalate' && waits);
  expect(escalated.map(({ audience }) => audience)).toEqual([
    { role: 'unit-head', unitId: UNITS.health },
    { role: 'leader', unitId: UNITS.health },
    { role: 'supervision-clerk', unitId: null },
  ]);
});
