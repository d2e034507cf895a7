import {
  alsoIn,
  assignedToTwo,
  OF_FINANCE,
  OF_HEALTH,
  OFFICE_HEAD,
  PEOPLE,
  personWith,
  soundBody,
  staffOf,
  stateOf,
  TASK_FACTS,
  taskIn,
  testId,
  type TaskStory,
  UNITS,
  usually,
} from '../../testing';
import { rungKindSchema, type RungKind } from '../ladder';
import { DEFAULT_POLICY } from '../policy';
import { type Actor } from '../shared/actor';
import { leadersInCharge, type StaffedPost } from '../shared/staff';
import { ladderOf, toldOf } from './rung-told';

const underway = taskIn('underway');
const NAMES = new Map<string | null, string>([
  [UNITS.health, 'lead'],
  [UNITS.finance, 'support'],
  [UNITS.office, 'office'],
  [null, 'ledger'],
]);
const { engine: _engine, ...OFFICE } = PEOPLE;
const EVERYBODY: readonly Actor[] = [...Object.values(OFFICE), OFFICE_HEAD];
const KNOWN = new Map(EVERYBODY.map(({ accountId, name }) => [accountId, name]));

interface Clock {
  readonly obligation: { readonly lane: string; readonly limitId: string; readonly period: null } | null;
  readonly holder: string | null;
  readonly unit?: string;
}

/** What the first rung of a kind tells by the policy of an office that has set none, with some people in the posts. */
function toldBy(story: TaskStory, clock: Clock, kind: RungKind, people: readonly Actor[] = EVERYBODY) {
  const rung = ladderOf(DEFAULT_POLICY, clock).rungs.find((each) => each.kind === kind);
  const state = stateOf(story);
  const climb = state.turns.find((turn) => turn.kind === clock.holder)?.number ?? 1;
  const facts = { ...TASK_FACTS, staff: { ...TASK_FACTS.staff, posts: staffOf(people) } };
  return toldOf(state, { ...clock, climb, rung: rung ?? { rungId: '', kind } }, rung?.told ?? [], facts);
}

/** The same in words: relation, post and the people by name. */
function words(story: TaskStory, clock: Clock, kind: RungKind, people?: readonly Actor[]): readonly string[] {
  return toldBy(story, clock, kind, people).told.map(({ role, unitId, relation, people: held }) => {
    const names = held.map(({ accountId }) => KNOWN.get(accountId) ?? accountId);
    return `${relation} ${NAMES.get(unitId) ?? ''} ${role}: ${names.join('、')}`;
  });
}

const ofLane = (lane: string): Clock => ({ obligation: { lane, limitId: 'L1', period: null }, holder: null });
const ofHolder = (holder: string, unit?: string): Clock => ({
  obligation: null,
  holder,
  ...(unit === undefined ? {} : { unit }),
});
const owed = (lane: string, kind: RungKind, people?: readonly Actor[]) => words(underway, ofLane(lane), kind, people);
const without = (...gone: readonly Actor[]) => EVERYBODY.filter((person) => !gone.includes(person));

const ABOVE = [
  'above lead unit-head: 卫健负责人',
  'above lead leader: 主要领导',
  'above ledger supervision-clerk: 督查甲、督查乙',
];

/** The director of the leading bureau, who answers for its work and is its leader besides. */
const BUREAU_LEADER = alsoIn(personWith(0x43, '局长', 'leader', UNITS.health), 'unit-head', UNITS.health);

describe('who is told of what a unit owes', () => {
  it('is above it the next leader, not the one who heads the unit; without another one, that one', () => {
    const leaderOf = (...people: readonly Actor[]) =>
      owed(UNITS.health, 'escalate', people).filter((line) => line.includes(' leader: '));
    expect(leaderOf(PEOPLE.leader, BUREAU_LEADER, PEOPLE.clerk)).toEqual(['above lead leader: 主要领导']);
    expect(leaderOf(BUREAU_LEADER, PEOPLE.clerk)).toEqual([`above lead leader: ${BUREAU_LEADER.accountId}`]);
  });

  it('is the unit before the day, and its head too on it', () => {
    expect(owed(UNITS.health, 'remind')).toEqual(['own lead reporter: 卫健经办']);
    expect(owed(UNITS.health, 'due')).toEqual(['own lead reporter: 卫健经办', 'copy lead unit-head: 卫健负责人']);
  });

  it('is the unit after the day, with a copy to its head and its leader; of a supporting unit to its head and the lead', () => {
    expect(owed(UNITS.health, 'urge')).toEqual([
      'own lead reporter: 卫健经办',
      'copy lead unit-head: 卫健负责人',
      'copy lead leader: 主要领导',
    ]);
    expect(owed(UNITS.finance, 'urge')).toEqual([
      'own support reporter: 财政经办',
      'copy support unit-head: ',
      'copy lead reporter: 卫健经办',
    ]);
  });

  it('is no lead that has declined, nor one that is to come in its place', () => {
    const declined = assignedToTwo
      .after('task.correct', { changes: { supportUnitIds: [UNITS.insurance] }, reason: '漏列配合单位' })
      .after('task.decline', soundBody('task.decline'), OF_HEALTH);
    const leadUnitIds = [UNITS.finance, UNITS.healthDivision];
    const chosen = declined.after('task.confirm', {
      leadUnitIds,
      supportUnitIds: [UNITS.insurance],
      limits: 'confirmed',
    });
    const copies = (story: TaskStory) =>
      toldBy(story, ofLane(UNITS.insurance), 'urge').told.flatMap(({ role, unitId }) =>
        role === 'reporter' && unitId !== UNITS.insurance ? [unitId] : [],
      );
    expect(copies(declined)).toEqual([UNITS.finance]);
    expect(copies(chosen)).toEqual([UNITS.finance]);
    expect(copies(declined.after('task.decline', soundBody('task.decline'), OF_FINANCE))).toEqual([]);
  });

  it('(6) is the head of the unit, the leader in charge and the office when it stays late', () => {
    expect(owed(UNITS.health, 'escalate')).toEqual(ABOVE);
  });
});

describe('the handler of a unit’s part', () => {
  const second = personWith(0x41, '卫健经办乙', 'reporter', UNITS.health);
  const both = [...EVERYBODY, second];
  const handlers = (story: TaskStory, people: readonly Actor[]) =>
    toldBy(story, ofLane(UNITS.health), 'remind', people).told.map(({ role, people: held }) => [
      role,
      ...held.map(({ accountId }) => accountId),
    ]);

  it('is whoever accepted it, and no colleague', () => {
    expect(handlers(underway, both)).toEqual([['reporter', PEOPLE.reporter.accountId]]);
    const byHead = usually(taskIn('assigned')).after('task.accept', {}, { by: PEOPLE.unitHead });
    expect(handlers(byHead, both)).toEqual([['unit-head', PEOPLE.unitHead.accountId]]);
  });

  it('are all reporters of the unit while nobody has accepted it, or who did is gone', () => {
    const all = [['reporter', PEOPLE.reporter.accountId, second.accountId]];
    expect(handlers(taskIn('assigned'), both)).toEqual(all);
    expect(handlers(underway, [...without(PEOPLE.reporter), second])).toEqual([['reporter', second.accountId]]);
  });

  it('is the head of a unit without reporters', () => {
    expect(handlers(underway, without(PEOPLE.reporter))).toEqual([
      ['reporter'],
      ['unit-head', PEOPLE.unitHead.accountId],
    ]);
  });
});

describe('the leader in charge of a unit', () => {
  const leader = (number: number, inCharge: readonly string[]) =>
    staffOf([personWith(number, '领导', 'leader', UNITS.office)]).map((post) => ({ ...post, inCharge }));
  const inChargeOf = (unitId: string, ...leaders: readonly (readonly StaffedPost[])[]) =>
    leadersInCharge(unitId, { posts: leaders.flat(), lineage: TASK_FACTS.staff.lineage }).map(({ postId }) => postId);
  const [health, finance, all] = [leader(0x51, [UNITS.health]), leader(0x52, [UNITS.finance]), leader(0x53, [])];
  const idOf = ([post]: readonly StaffedPost[]) => post?.postId;

  it('is whoever names it, else whoever has all below; of a unit that is in nobody’s charge, nobody', () => {
    expect(inChargeOf(UNITS.health, health, finance, all)).toEqual([idOf(health)]);
    expect(inChargeOf(UNITS.insurance, health, finance, all)).toEqual([idOf(all)]);
    expect(inChargeOf(UNITS.insurance, health, finance)).toEqual([]);
  });

  it('is whoever names a unit above it', () => {
    expect(inChargeOf(UNITS.healthDivision, leader(0x54, [UNITS.office]), all)).toEqual([testId(0x1054)]);
  });
});

describe('who is told of a clock', () => {
  it.each([
    ['assign', taskIn('hung'), 'own ledger supervision-clerk: 督查甲、督查乙'],
    ['check', taskIn('closure-requested'), 'own ledger verifier: 初核甲、初核乙'],
    ['close', taskIn('verified'), 'own ledger closer: 分管领导'],
    ['review', underway, 'own ledger supervision-clerk: 督查甲、督查乙'],
  ])('is whose clock it is, then the head of their own unit and the leader: %s', (holder, story, own) => {
    const told = (kind: RungKind) => words(story, ofHolder(holder), kind);
    expect(told('due')).toEqual([own]);
    expect(told('urge')).toEqual([own, 'copy office unit-head: 督查室主任']);
    expect(told('escalate')).toEqual(['above office unit-head: 督查室主任', 'above office leader: 主要领导']);
  });

  it.each([
    ['check', taskIn('closure-requested'), 'verifier'],
    ['close', taskIn('verified'), 'closer'],
  ] as const)(
    'leaves out whoever may not do it, by what they did or by a post of theirs: %s',
    (holder, story, role) => {
      const told = (people: readonly Actor[]) => words(story, ofHolder(holder), 'due', people);
      const also = (number: number, name: string, person: Actor): Actor => {
        const { posts } = personWith(number, name, role, UNITS.office);
        return { ...person, name, posts: [...person.posts, ...posts] };
      };
      const reporter = also(0x61, '卫健经办', PEOPLE.reporter);
      const ofSupport = also(0x62, '财政经办', PEOPLE.supportReporter);
      const everybody = EVERYBODY.filter(
        ({ accountId }) => ![reporter, ofSupport].some((each) => each.accountId === accountId),
      );
      expect(told([...everybody, reporter, ofSupport])).toEqual(told(EVERYBODY));
      // Where nobody is left it reaches the office, which finds another.
      const able = EVERYBODY.filter(({ posts }) => posts.some((post) => post.role === role));
      const left = [...everybody.filter((person) => !able.includes(person)), reporter, ofSupport];
      expect(told(left)).toEqual(['above ledger supervision-clerk: 督查甲、督查乙', `own ledger ${role}: `]);
    },
  );

  it('(11) of a check is nobody who assigned the task', () => {
    const { posts } = personWith(0x63, '督查甲', 'verifier', UNITS.office);
    const clerk = { ...PEOPLE.clerk, posts: [...PEOPLE.clerk.posts, ...posts] };
    const people = [...without(PEOPLE.clerk, PEOPLE.verifier), clerk];
    expect(words(taskIn('closure-requested'), ofHolder('check'), 'due', people)).toEqual([
      'own ledger verifier: 初核乙',
    ]);
  });

  it('is every leader of the ledger where none stands above the holder’s unit', () => {
    const elsewhere = personWith(0x42, '分管副市长', 'leader', UNITS.insurance);
    const { told } = toldBy(taskIn('verified'), ofHolder('close'), 'escalate', [...without(PEOPLE.leader), elsewhere]);
    expect(told.at(-1)).toMatchObject({ role: 'leader', unitId: null, people: [{ accountId: elsewhere.accountId }] });
  });

  it('of a decision is who may decide: the clerks but for the one who asked, and the leader in charge', () => {
    const asked = underway.after('task.void', soundBody('task.void'));
    expect(words(asked, ofHolder('decide'), 'due')).toEqual([
      'own ledger supervision-clerk: 督查乙',
      'own lead leader: 主要领导',
    ]);
    const practice = { ...TASK_FACTS, ledger: { code: 'LX', closingPrefix: '练', practiceOf: PEOPLE.clerk.accountId } };
    const turn = stateOf(asked).turns.find(({ kind }) => kind === 'decide');
    const rung = { rungId: 'due', kind: 'due' } as const;
    const { told } = toldOf(
      stateOf(asked),
      { ...ofHolder('decide'), climb: turn?.number ?? 0, rung },
      ['handler'],
      practice,
    );
    expect(told[0]?.people).toHaveLength(2);
  });

  it('of a decision is nobody who reports for the unit concerned or heads it, unless they practise', () => {
    const asked = underway.after(
      'task.extend',
      { limitId: 'L1', due: '2025-08-29', reason: '等待省级系统上线' },
      OF_HEALTH,
    );
    const people = [alsoIn(PEOPLE.clerk, 'unit-head', UNITS.health), PEOPLE.secondClerk, PEOPLE.leader, BUREAU_LEADER];
    expect(words(asked, ofHolder('decide'), 'due', people)).toEqual([
      'own ledger supervision-clerk: 督查乙',
      'own lead leader: 主要领导',
    ]);
  });

  it('of a decision on a measure is the leader alone', () => {
    const proposed = underway.recorded([
      {
        type: 'proposal.made',
        data: {
          proposalId: '00000000-0000-4000-8000-000000000999',
          act: 'task.take-measure',
          data: { measures: ['bulletin'], lane: UNITS.health, reason: '逾期' },
          basis: { revision: 1, touches: [], moves: [], late: true },
          decideBy: '2025-07-31',
          grounds: '逾期',
        },
      },
    ]);
    expect(words(proposed, ofHolder('decide'), 'due')).toEqual(['own lead leader: 主要领导']);
  });

  it('of a unit’s answer is the unit, with a copy to its leader or its lead, and those above when it stays late', () => {
    const assigned = taskIn('assigned');
    const reply = (unit: string, kind: RungKind) => words(assigned, ofHolder('reply', unit), kind);
    const own = ['own lead reporter: 卫健经办', 'own lead unit-head: 卫健负责人'];
    expect(reply(UNITS.health, 'due')).toEqual(own);
    expect(reply(UNITS.health, 'urge')).toEqual([...own, 'copy lead leader: 主要领导']);
    expect(reply(UNITS.finance, 'urge')).toEqual([
      'own support reporter: 财政经办',
      'own support unit-head: ',
      'copy lead reporter: 卫健经办',
    ]);
    expect(reply(UNITS.health, 'escalate')).toEqual(ABOVE);
  });
});

describe('a rung that would reach nobody', () => {
  const nobodyInHealth = without(PEOPLE.reporter, PEOPLE.unitHead);
  const CLERKS = '督查甲、督查乙';

  it.each(['remind', 'due', 'urge', 'escalate'] as const)(
    'of a unit in which nobody can act reaches the office, which acts for it, and says so: %s',
    (kind) => {
      expect(toldBy(underway, ofLane(UNITS.health), kind, nobodyInHealth)).toMatchObject({ unstaffed: UNITS.health });
      expect(owed(UNITS.health, kind, nobodyInHealth)).toContain(`own ledger supervision-clerk: ${CLERKS}`);
    },
  );

  it('says nothing of the kind where somebody of the unit can act', () => {
    expect(toldBy(underway, ofLane(UNITS.health), 'urge', without(PEOPLE.reporter))).not.toHaveProperty('unstaffed');
  });

  it('for a post that nobody holds reaches the office', () => {
    const told = (people: readonly Actor[]) => words(taskIn('verified'), ofHolder('close'), 'due', people);
    expect(told(without(PEOPLE.closer))).toEqual([`above ledger supervision-clerk: ${CLERKS}`, 'own ledger closer: ']);
    expect(owed(UNITS.health, 'propose', without(PEOPLE.leader))).toEqual([
      `above ledger supervision-clerk: ${CLERKS}`,
      'above lead leader: ',
    ]);
  });

  it('for a decision that only its proposer could make reaches the proposer, who finds another', () => {
    const asked = underway.after('task.void', soundBody('task.void'), { by: PEOPLE.clerk });
    expect(words(asked, ofHolder('decide'), 'due', [PEOPLE.clerk])).toEqual([
      'above ledger supervision-clerk: 督查甲',
      'own lead leader: ',
    ]);
  });

  it('names the posts also where nobody at all holds one, so that whoever gets one sees it', () => {
    expect(owed(UNITS.health, 'due', [])).toEqual([
      'own ledger supervision-clerk: ',
      'own lead reporter: ',
      'own lead unit-head: ',
    ]);
  });
});

it.each(['unit-head', 'leader', 'office', 'handler'] as const)(
  'somebody is told where a rung of any kind names the %s',
  (recipient) => {
    for (const kind of rungKindSchema.options) {
      const rung = { rungId: 'own', kind };
      const { told } = toldOf(stateOf(underway), { ...ofLane(UNITS.health), climb: 1, rung }, [recipient], TASK_FACTS);
      expect(told.map(({ people }) => people.length > 0)).toEqual([true]);
    }
  },
);
