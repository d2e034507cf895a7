import {
  circumstancesOf,
  corrected,
  PEOPLE,
  soundBody,
  stateOf,
  taskIn,
  type TaskInput,
  type TaskStory,
  UNITS,
} from '../../testing';
import { ALWAYS_TWO, DEFAULT_POLICY, type Policy, secondPersonActSchema, TASK_ACTS, type TaskActTraits } from '..';
import { whyNotNow } from './admit';
import { askingOf } from './task-act';

/** Rules that leave to one person whatever may be left. */
const ALONE = { secondPerson: [...ALWAYS_TWO] } satisfies Partial<Policy>;
const underway = taskIn('underway');
const DAY_MOVED: TaskInput<'task.correct'> = {
  changes: { changedLimits: [{ limitId: 'L1', due: '2025-08-29' }] },
  reason: '录入有误',
};
const alone = (story: TaskStory) => ({
  suspends: () => story.when('task.suspend', soundBody('task.suspend'), { policy: ALONE }),
  moves: () => story.when('task.correct', DAY_MOVED, { policy: ALONE }),
});

describe('the acts that the rules may put under a second person', () => {
  it('are exactly those that can become a proposal', () => {
    // What the office records for a unit is that unit’s own act.
    const able = Object.values<TaskActTraits & { readonly type: string }>(TASK_ACTS).filter(
      ({ needsSecond, recordsFor }) => needsSecond && !recordsFor,
    );
    expect(able.map(({ type }) => type).sort()).toEqual([...secondPersonActSchema.options].sort());
  });
});

describe('an act that the rules leave to one person', () => {
  it('suspends at once', () => {
    alone(underway).suspends().then(['task.suspended']);
    underway.when('task.suspend', soundBody('task.suspend')).then(['proposal.made']);
  });

  it('moves a day at once, and the chain of the limit names the one person', () => {
    const moved = alone(underway).moves();
    moved.then(['limit.moved']);
    const [limit] = stateOf(moved).limits;
    expect(limit?.chain.at(-1)).toMatchObject({ kind: 'correction', askedBy: { accountId: PEOPLE.clerk.accountId } });
    expect(limit?.chain.at(-1)).not.toHaveProperty('approvedBy');
    const two = stateOf(corrected(underway, DAY_MOVED.changes));
    expect(two.limits[0]?.chain.at(-1)).toMatchObject({
      askedBy: { accountId: PEOPLE.clerk.accountId },
      approvedBy: { accountId: PEOPLE.secondClerk.accountId },
    });
  });

  it.each(['task.void', 'task.terminate', 'task.extend'] as const)('is never %s', (type) => {
    const by = type === 'task.extend' ? PEOPLE.reporter : PEOPLE.clerk;
    underway.when(type, soundBody(type), { by, policy: ALONE }).then(['proposal.made']);
  });

  it('is never what the office asks for on the word of a unit', () => {
    const { onBehalf, ...extension } = soundBody('task.extend-on-behalf');
    const asked = { ...extension, onBehalf: { ...onBehalf, unitId: UNITS.health } };
    underway.when('task.extend-on-behalf', asked, { policy: ALONE }).then(['proposal.made']);
  });

  it('is not closed by a request that waits from before, and a suspension decides the waiting one', () => {
    const waiting = underway.after('task.suspend', soundBody('task.suspend'));
    const asking = askingOf(circumstancesOf(PEOPLE.clerk));
    const act = TASK_ACTS['task.suspend'];
    expect(whyNotNow(act, stateOf(waiting), asking)?.code).toBe('TASK.ALREADY_PROPOSED');
    const left = { ...DEFAULT_POLICY, ...ALONE };
    expect(whyNotNow(act, stateOf(waiting), { ...asking, policy: left })).toBeNull();
    const done = alone(waiting).suspends();
    done.then([
      'task.suspended',
      { type: 'proposal.decided', data: { result: 'overtaken', reason: '任务已另行缓办' } },
    ]);
    // Resumed, it is not suspended again by an approval of what was asked before.
    done.next
      .after('task.resume', {})
      .when('task.decide-proposal', { result: 'approved' }, { by: PEOPLE.secondClerk })
      .then('TASK.NO_PROPOSAL');
  });
});
