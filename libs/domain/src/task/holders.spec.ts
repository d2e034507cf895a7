import {
  circumstancesOf,
  draftTask,
  aLimit,
  corrected,
  noTask,
  OF_FINANCE,
  OF_HEALTH,
  PEOPLE,
  soundBody,
  stateOf,
  TASK_ID,
  taskIn,
  type TaskOutcome,
  type TaskStory,
  UNITS,
  usually,
} from '../../testing';
import { DEFAULT_POLICY } from '../policy';
import { holdersOf } from './holders';
import { ON_ACCOUNT } from './status';
import { type TaskState } from './task.state';
import { timersOfTask } from './task.timers';
import { BESIDE } from './turns';

const { calendar } = circumstancesOf(PEOPLE.engine);
const RULES = { calendar, policy: DEFAULT_POLICY };

const TODAY = '2025-03-03';
const hung = usually(
  noTask
    .on(TODAY)
    .after('task.draft', draftTask({ limits: [aLimit('L1'), aLimit('L2', { due: '2025-09-30' })] }), {
      by: PEOPLE.engine,
    })
    .after('task.confirm', { leadUnitIds: [UNITS.health, UNITS.finance], supportUnitIds: [], limits: 'confirmed' }),
  'task.hang',
);
/** The common acts: of each unit, the office, the verifier and the closer; and taking each of them back. */
const MOVES: readonly ((story: TaskStory) => TaskOutcome)[] = [
  ...[OF_HEALTH, OF_FINANCE].flatMap((by): ((story: TaskStory) => TaskOutcome)[] => [
    (story) => story.when('task.accept', {}, by),
    (story) => story.when('task.decline', { reason: '非本单位职责' }, by),
    (story) => story.when('task.report', { progress: '已完成', done: [{ limitId: 'L1', period: null }] }, by),
    (story) => story.when('task.report', { progress: '已完成', done: [{ limitId: 'L2', period: null }] }, by),
    (story) => story.when('task.request-closure', soundBody('task.request-closure'), by),
    (story) => story.when('task.answer-instruction', { text: '已安排' }, by),
    (story) => story.when('task.withdraw', {}, by),
  ]),
  (story) => story.when('task.assign', soundBody('task.assign')),
  (story) => story.when('task.verify', soundBody('task.verify'), { by: PEOPLE.verifier }),
  (story) => story.when('task.instruct', { text: '请说明原因', lanes: [UNITS.health] }, { by: PEOPLE.leader }),
  (story) => story.when('task.withdraw', {}, { by: PEOPLE.leader }),
  (story) => story.when('task.return', soundBody('task.return'), { by: PEOPLE.verifier }),
  (story) => story.when('task.withdraw', {}, { by: PEOPLE.verifier }),
  (story) => story.when('task.suspend', soundBody('task.suspend')),
  (story) => story.when('task.decide-proposal', { result: 'approved' }, { by: PEOPLE.secondClerk }),
  (story) => story.when('task.resume', {}),
  (story) => story.when('task.withdraw', {}),
  (story) => story.when('task.close', soundBody('task.close'), { by: PEOPLE.closer }),
  (story) => story.when('task.correct-record', soundBody('task.correct-record')),
];

/** A state as far as its future depends on it: no ids, moments and numbers. */
function essence({
  proposals,
  instructions,
  status,
  lanes,
  limits,
  returned,
  levelPassed,
  suspension,
  lastSteps,
}: TaskState): string {
  return JSON.stringify({
    status,
    lanes: lanes.map(({ unitId, answer, claim, lastReport }) => [unitId, answer, claim !== null, lastReport !== null]),
    done: limits.map(({ done }) => done.map(({ lane, claimed }) => `${lane} ${String(claimed)}`).sort()),
    returned,
    levelPassed,
    suspended: suspension !== undefined,
    instructed: instructions.map(({ answers }) => answers.length),
    asked: proposals.filter(({ decided }) => decided === null).length,
    steps: lastSteps.map(({ lane, act, accountId }) => `${lane ?? ''} ${act} ${accountId}`),
  });
}

/** Every state that the moves lead to with one instruction at most, each with one way there. No day goes by, so that the model is finite. */
function everyState(): ReadonlyMap<string, TaskStory> {
  const found = new Map([[essence(stateOf(hung)), hung]]);
  for (const story of found.values()) {
    for (const move of MOVES) {
      const outcome = move(story);
      if (outcome.result.kind !== 'events' || stateOf(outcome.next).instructions.length > 1) continue;
      const key = essence(stateOf(outcome.next));
      if (!found.has(key)) found.set(key, outcome.next);
    }
  }
  return found;
}

describe('every state of a task of two leads and two limits', () => {
  const states = [...everyState().values()].map((story) => stateOf(story));
  const open = states.filter(({ status }) => ON_ACCOUNT.includes(status));

  it('is found: the model is no trifle', () => {
    expect(new Set(states.map(({ status }) => status))).toEqual(
      new Set([...ON_ACCOUNT.filter((status) => status !== 'draft'), 'draft', 'closed']),
    );
    expect(states.length).toBeGreaterThan(500);
  });

  it('has a holder with a day as long as it is open, and none afterwards', () => {
    const withoutDay = open.filter((state) => !holdersOf(state, RULES).some(({ due }) => due !== null));
    expect(withoutDay.map(essence)).toEqual([]);
    const ended = states.filter((state) => !ON_ACCOUNT.includes(state.status) && state.turns.length > 0);
    expect(ended.map(essence)).toEqual([]);
  });

  it('is silent nowhere: a timer is planned', () => {
    const silent = open.filter((state) => timersOfTask(TASK_ID, state, calendar, DEFAULT_POLICY).length === 0);
    expect(silent.map(essence)).toEqual([]);
  });

  it('charges each lead’s day to one holder', () => {
    for (const { lanes, turns } of open) {
      const others = turns.filter(({ lane, kind }) => lane === null && !BESIDE.includes(kind)).map(({ kind }) => kind);
      const ofUnits = turns.filter(({ lane, kind }) => lane !== null && !BESIDE.includes(kind));
      for (const { unitId, answer, claim } of lanes) {
        const own = ofUnits.filter(({ lane }) => lane === unitId).length;
        const inHand = answer !== 'declined' && claim === null && !others.includes('suspended');
        expect(own).toBe(inHand ? 1 : 0);
      }
      // Beside units at work the office looks for others; nobody else holds the task then.
      if (ofUnits.length > 0) expect(others.filter((kind) => kind !== 'reassign')).toEqual([]);
      else expect(others).toHaveLength(1);
    }
  });
});

describe('a task is silent for nobody', () => {
  const kinds = (story: TaskStory) => stateOf(story).turns.map(({ kind }) => kind);
  const decline = { reason: '非本单位职责' };

  it('because of a date that only a supporting unit owes: the office looks at it', () => {
    const ofFinance = { ...aLimit('L9'), due: '2025-05-09', owedBy: [UNITS.finance] };
    const changes = { removedLimits: ['L1', 'L2'], addedLimits: [ofFinance] };
    const story = corrected(taskIn('underway'), changes);
    expect(kinds(story)).toContain('review');
  });

  it('when one more lead declines: the office’s clock of the first had run out already', () => {
    const first = hung.after('task.assign', soundBody('task.assign')).after('task.decline', decline, OF_HEALTH);
    const turnOf = (story: TaskStory) => stateOf(story).turns.find(({ kind }) => kind === 'reassign');
    const second = first.on('2025-03-24').after('task.decline', decline, OF_FINANCE);
    expect(turnOf(second)?.number).not.toBe(turnOf(first)?.number);
  });

  it('when a supporting unit declines and the leads go on', () => {
    const declined = usually(taskIn('assigned'), 'task.accept').after('task.decline', decline, OF_FINANCE);
    expect([stateOf(declined).status, kinds(declined)]).toEqual(['underway', ['work', 'reassign']]);
  });
});
