import fc from 'fast-check';
import {
  anyMoves,
  assignedToTwo,
  circumstancesOf,
  draftTask,
  aLimit,
  noTask,
  OF_FINANCE,
  OF_HEALTH,
  PEOPLE,
  play,
  recurringTask,
  soundBody,
  stateOf,
  taskIn,
  type TaskStory,
  UNITS,
  usually,
  withTwoLeads,
} from '../../testing';
import { DEFAULT_POLICY } from '../policy';
import { type Role } from '../shared/actor';
import { TASK_ACTS } from './acts';
import { type Desk, desksOf, type OnDesk, orderDayOf } from './desks';
import { type TaskStatus } from './status';
import { type TaskState, type Turn, type TurnKind } from './task.state';
import { whyNotNow } from './admit';

const NAMES = new Map<string, string>([
  [UNITS.health, 'health'],
  [UNITS.finance, 'finance'],
  [UNITS.insurance, 'insurance'],
]);
/** The desks with their units and acts. */
const lying = (story: TaskStory) =>
  desksOf(stateOf(story)).map(({ desk, item, act }) => [desk, NAMES.get(item), act].filter(Boolean).join(' '));
const { calendar, today } = circumstancesOf(PEOPLE.clerk);

/** What lies beside the parts of units. */
const BESIDE_PARTS: readonly Desk[] = ['decide', 'answer'];

describe('the desks on which a task lies', () => {
  it.each([
    ['draft', ['confirm task.hang']],
    ['hung', ['assign task.assign']],
    ['assigned', ['accept health task.accept', 'accept finance task.accept']],
    ['declined', ['declined task.confirm', 'accept finance task.accept']],
    ['underway', ['work health task.report', 'work finance task.report']],
    ['suspended', ['away health', 'away finance']],
    ['closure-requested', ['check task.verify', 'away health', 'away finance']],
    ['verified', ['close task.close', 'away health', 'away finance']],
    ['returned', ['work health task.report', 'work finance task.report']],
    ['closed', []],
    ['voided', []],
    ['terminated', []],
  ] as const satisfies readonly (readonly [TaskStatus, readonly string[]])[])(
    'follow from where it stands: %s',
    (status, expected) => {
      expect(lying(taskIn(status))).toEqual(expected);
    },
  );

  it('hold a draft that nobody has looked at (fault 18)', () => {
    const imported = noTask.after('task.draft', draftTask({}), { by: PEOPLE.engine });
    expect(lying(imported)).toEqual(['confirm task.confirm']);
  });

  it('hold a unit’s part from the assignment to the end, whatever it was reminded of (fault 19)', () => {
    for (const state of openStates(15_19)) {
      const parts = state.lanes.filter(({ answer }) => answer !== 'declined').map(({ unitId }) => unitId);
      expect(desksOf(state).flatMap(({ units, desk }) => (BESIDE_PARTS.includes(desk) ? [] : units))).toEqual(parts);
    }
  });

  it('hold what a leader asked of a unit until that unit has answered, the day that comes first', () => {
    const asked = (text: string, answerBy: string) => ({ text, lanes: [UNITS.health], answerBy });
    const instructed = taskIn('underway')
      .after('task.instruct', asked('请说明原因', '2026-02-20'), { by: PEOPLE.leader })
      .after('task.instruct', asked('请报下一步安排', '2026-02-18'), { by: PEOPLE.leader });
    const answers = (story: TaskStory) => desksOf(stateOf(story)).filter(({ desk }) => desk === 'answer');
    expect(answers(instructed)).toMatchObject([{ units: [UNITS.health], due: '2026-02-18' }]);
    const [first, second] = stateOf(instructed).instructions;
    const answered = (story: TaskStory, instructionId = '') =>
      story.after('task.answer-instruction', { instructionId, text: '已安排' }, OF_HEALTH);
    const once = answered(instructed, second?.instructionId);
    expect(answers(once)).toMatchObject([{ units: [UNITS.health], due: '2026-02-20' }]);
    expect(answers(answered(once, first?.instructionId))).toEqual([]);
  });

  it('hold every open task, and ask for acts that are open to those who are asked', () => {
    for (const state of openStates(15_18)) {
      const desks = desksOf(state);
      expect(desks.length).toBeGreaterThan(0);
      expect(desks.flatMap((each) => refusalOf(state, each) ?? [])).toEqual([]);
    }
  });
});

/** On which desk somebody finds what is their turn. A type error meets a kind of turn that is forgotten here. */
const DESKS_OF: Readonly<Record<TurnKind, readonly Desk[]>> = {
  assign: ['assign'],
  reply: ['accept'],
  work: ['work', 'request'],
  reassign: ['declined', 'reassign'],
  check: ['check'],
  close: ['close'],
  suspended: ['away'],
  review: ['review'],
  decide: ['decide'],
  answer: ['answer'],
};

describe('whoever holds a task', () => {
  const assigned = noTask
    .after('task.draft', draftTask({ limits: [] }), { by: PEOPLE.engine })
    .after('task.confirm', { ...soundBody('task.confirm'), limits: 'none' })
    .after('task.hang', soundBody('task.hang'))
    .after('task.assign', soundBody('task.assign'));
  const undated = assigned.after('task.accept', {}, OF_HEALTH);
  const instructed = taskIn('underway').after(
    'task.instruct',
    { text: '请说明原因', lanes: [UNITS.health], answerBy: '2026-03-02' },
    { by: PEOPLE.leader },
  );

  it('finds it on a desk of their own, whatever kind of turn it is', () => {
    const states = [
      ...openStates(15_20),
      stateOf(undated),
      stateOf(instructed),
      ...(['verified', 'suspended'] as const).map((status) => stateOf(taskIn(status))),
    ];
    const met = new Set<TurnKind>();
    for (const state of states) {
      const desks = desksOf(state);
      for (const turn of state.turns) {
        met.add(turn.kind);
        const own = desks.find((each) => DESKS_OF[turn.kind].includes(each.desk) && isOf(turn, each));
        expect([state.status, turn.kind, own !== undefined]).toEqual([state.status, turn.kind, true]);
      }
    }
    expect([...met].sort()).toEqual(Object.keys(DESKS_OF).sort());
  });

  it('is the office for a task without any date, until it urges the unit, corrects the task or the unit reports', () => {
    const review = (story: TaskStory) => desksOf(stateOf(story)).find(({ desk }) => desk === 'review');
    expect(review(undated)).toMatchObject({
      office: true,
      units: [],
      act: 'task.urge',
      since: stateOf(assigned).recordedAt,
    });
    expect(review(taskIn('underway'))).toBeUndefined();
    const later = undated.on('2025-09-01');
    for (const looked of [
      later.after('task.urge', {}),
      later.after('task.report', { progress: '持续推进' }, OF_HEALTH),
      later.after('task.correct', soundBody('task.correct')),
    ]) {
      expect(review(looked)?.since).toBe(stateOf(looked).recordedAt);
    }
    const dated = later.after('task.correct', {
      changes: { addedLimits: [aLimit('L9', { due: '2025-12-31' })] },
      reason: '补充时限',
    });
    expect(review(dated)).toBeUndefined();
  });
});

/** True where a desk is that of the unit, or of the proposal, whose turn it is; a turn of nobody's own is anybody's there. */
function isOf({ kind, lane, proposalId }: Turn, { item, units, office }: OnDesk): boolean {
  if (kind === 'suspended') return true;
  if (kind === 'decide') return item === proposalId;
  if (lane !== null) return item === lane && units.includes(lane);
  return office === ['assign', 'reassign', 'review'].includes(kind) && units.length === 0;
}

/** Every open state of stories by chance. */
function openStates(seed: number): readonly TaskState[] {
  return fc.sample(anyMoves, { numRuns: 150, seed }).flatMap((moves) => {
    let story: TaskStory = noTask;
    return moves.flatMap((move) => {
      const outcome = play(story, move);
      if (outcome.result.kind !== 'events') return [];
      story = outcome.next;
      return story.state === null || story.state.ended !== null ? [] : [story.state];
    });
  });
}

/** Who is asked where the office is not. */
const ROLES: Readonly<Partial<Record<string, Role>>> = { decide: 'leader', check: 'verifier', close: 'closer' };

/** Why the act of a desk is refused to who is asked; null where it is open. One person plays every role, so that only the task decides. */
function refusalOf(state: TaskState, { desk, act, units, office }: OnDesk): string | null {
  if (act === null) return null;
  const role = office ? 'supervision-clerk' : (ROLES[desk] ?? 'unit-head');
  const actor = { accountId: PEOPLE.clerk.accountId, unitId: units[0] ?? null, role };
  const rules = { calendar, policy: DEFAULT_POLICY };
  const asking = {
    today,
    ...rules,
    actor,
    charge: [],
    practice: true,
    postedIn: new Set<string>(),
    actsFor: new Set<string>(),
    staff: null,
    lineage: new Map(),
  };
  const reason = whyNotNow(TASK_ACTS[act], state, asking);
  return reason === null ? null : `${state.status} ${act}: ${reason.code}`;
}

describe('what the office is to set going', () => {
  it('is to confirm first what was hung without units', () => {
    const hung = taskIn('hung').after('task.correct', {
      changes: { addedLimits: [{ ...aLimit('L9', { due: null }) }] },
      reason: '漏录',
    });
    expect(lying(hung)).toEqual(['assign task.confirm']);
  });

  it('is to find another unit for one that declined, then to assign again', () => {
    const declined = assignedToTwo.after('task.decline', { reason: '非本单位职责' }, OF_FINANCE);
    expect(lying(declined)).toEqual(['declined task.confirm', 'accept health task.accept']);
    const replaced = declined.after('task.confirm', {
      leadUnitIds: [UNITS.health, UNITS.insurance],
      supportUnitIds: [],
      limits: 'confirmed',
    });
    expect(lying(replaced)).toEqual(['reassign task.assign', 'accept health task.accept']);
    expect(lying(replaced.after('task.assign', soundBody('task.assign')))).toEqual([
      'accept health task.accept',
      'accept insurance task.accept',
    ]);
  });

  it('is to correct the units where a supporting one declined', () => {
    const declined = usually(taskIn('assigned'), 'task.accept').after(
      'task.decline',
      { reason: '非本单位职责' },
      OF_FINANCE,
    );
    expect(lying(declined)).toEqual(['declined task.correct', 'work health task.report']);
  });

  it('is to decide what others ask for, and not what one asks for oneself', () => {
    const asked = taskIn('underway').after('task.suspend', soundBody('task.suspend'), { by: PEOPLE.clerk });
    const [decide] = desksOf(stateOf(asked));
    expect(decide).toMatchObject({
      desk: 'decide',
      office: true,
      keptOut: { accounts: [PEOPLE.clerk.accountId], units: [UNITS.health] },
      units: [UNITS.health],
      since: stateOf(asked).recordedAt,
    });
  });
});

describe('a unit’s part', () => {
  const report = (story: TaskStory, body: object) =>
    story.after('task.report', { progress: '完成', ...body }, OF_HEALTH);

  it('waits for its head to ask for closure once it reports 100 %', () => {
    expect(lying(report(withTwoLeads, { percent: 99 }))[0]).toBe('work health task.report');
    expect(lying(report(withTwoLeads, { percent: 100 }))).toEqual([
      'request health task.request-closure',
      'work finance task.report',
    ]);
  });

  it('waits for its head once all that it owes is done', () => {
    const { limits } = stateOf(withTwoLeads);
    const [first, ...rest] = limits.map(({ limitId }) => ({ limitId, period: null }));
    const some = report(withTwoLeads, { done: [first] });
    expect(lying(some)[0]).toBe('work health task.report');
    expect(lying(report(some, { done: rest }))[0]).toBe('request health task.request-closure');
  });

  it('waits for no closure while periods come', () => {
    const [owed] = stateOf(recurringTask()).limits;
    const reported = recurringTask().after(
      'task.report',
      { progress: '完成', done: [{ limitId: owed?.limitId ?? '', period: '2025-Q1' }] },
      OF_HEALTH,
    );
    expect(lying(reported)[0]).toBe('work health task.report');
  });

  it('has its own next day, or the day of its answer, and what is checked is in order by since when', () => {
    const [work] = desksOf(stateOf(taskIn('underway')));
    expect(work && orderDayOf(work)).toBe('2025-06-30');
    const [accept] = desksOf(stateOf(usually(taskIn('hung')).after('task.assign', { replyBy: '2025-03-10' })));
    expect(accept && orderDayOf(accept)).toBe('2025-03-10');
    const [check] = desksOf(stateOf(taskIn('closure-requested')));
    expect(check && orderDayOf(check)).toBe(today);
  });
});
