import {
  corrected,
  PEOPLE,
  plannedTimers,
  recurringTask,
  rungInput,
  soundBody,
  stateOf,
  taskIn,
  type TaskStory,
  UNITS,
  usually,
} from '../../../testing';
import { dayInShanghai } from '../../calendar';
import { type PlannedTimer } from '../../ladder';

const engine = { by: PEOPLE.engine };
const underway = taskIn('underway');
const timer = (story: TaskStory, wanted: Partial<PlannedTimer>): PlannedTimer => {
  const found = plannedTimers(story).find(
    ({ limitId, kind }) => limitId === (wanted.limitId ?? 'L1') && kind === (wanted.kind ?? 'remind'),
  );
  if (!found) throw new Error('no such timer is planned');
  return found;
};
const fire = (story: TaskStory, planned: PlannedTimer, today = story.today) =>
  story.when('task.fire-rung', rungInput(planned), { ...engine, today });
const first = timer(underway, {});

describe('a rung that is reached', () => {
  it.each(['remind', 'due', 'urge', 'escalate'] as const)('is recorded once with its kind: %s', (kind) => {
    const planned = timer(underway, { kind });
    const fired = fire(underway, planned);
    fired.then([
      {
        type: 'rung.fired',
        data: {
          obligation: { lane: UNITS.health, limitId: 'L1', period: null },
          round: 1,
          climb: 1,
          rung: { kind },
          due: '2025-06-30',
          holder: null,
        },
      },
    ]);
    fire(fired.next, planned).then('TIMER.OBSOLETE');
  });

  it('says how many working days it is late', () => {
    const late = timer(underway, { kind: 'escalate' });
    fire(underway, late, dayInShanghai(late.fireAt)).then([{ type: 'rung.fired', data: { daysLate: 5 } }]);
    fire(underway, first, dayInShanghai(first.fireAt)).then([{ type: 'rung.fired', data: { daysLate: 0 } }]);
  });

  it('is obsolete when its limit is done, has moved, or is not there', () => {
    const done = underway.after(
      'task.report',
      { progress: '完成', done: [{ limitId: 'L1' }] },
      { by: PEOPLE.reporter },
    );
    fire(done, first).then('TIMER.OBSOLETE');
    fire(corrected(underway, { changedLimits: [{ limitId: 'L1', due: '2025-07-31' }] }), first).then('TIMER.OBSOLETE');
    fire(corrected(underway, { removedLimits: ['L1'] }), first).then('TIMER.OBSOLETE');
  });

  it('is obsolete in another round, in another climb and for a lane that the task does not have', () => {
    const data = rungInput(first);
    const { obligation = null } = data;
    const firing = (change: Partial<typeof data>) => underway.when('task.fire-rung', { ...data, ...change }, engine);
    firing({ round: 2 }).then('TIMER.OBSOLETE');
    firing({ climb: 2 }).then('TIMER.OBSOLETE');
    for (const lane of [UNITS.insurance, UNITS.finance]) {
      firing({ obligation: obligation && { ...obligation, lane } }).then('TIMER.OBSOLETE');
    }
  });

  it('is obsolete before its period has begun', () => {
    const ahead = plannedTimers(recurringTask()).find(({ period }) => period === '2025-Q2');
    if (!ahead) throw new Error('the next period is planned');
    fire(recurringTask(), ahead, '2025-03-31').then('TIMER.OBSOLETE');
    fire(recurringTask(), ahead, '2025-04-01').then(['rung.fired']);
  });

  it('counts as no step of anybody', () => {
    const fired = fire(underway, first).next;
    const { lastStepOn, stepRevision, contentRevision, lastSteps } = stateOf(underway);
    expect(stateOf(fired)).toMatchObject({ lastStepOn, stepRevision, contentRevision, lastSteps });
  });

  it('is obsolete for what a unit owed while others check', () => {
    usually(taskIn('closure-requested'))
      .when('task.fire-rung', soundBody('task.fire-rung'), engine)
      .then('TIMER.OBSOLETE');
  });

  it('tells a holder whose clock has run out, and is obsolete once the task waits for another', () => {
    const checked = taskIn('closure-requested');
    const [turn] = stateOf(checked).turns.filter(({ kind }) => kind === 'check');
    const late = { holder: 'check', round: 1, climb: turn?.number ?? 0, rung: { rungId: 'due', kind: 'due' } } as const;
    const fired = checked.on('2025-09-12').when('task.fire-rung', { ...late, due: '2025-09-11' }, engine);
    fired.then([{ type: 'rung.fired', data: { obligation: null, holder: 'check', daysLate: 1 } }]);
    fired.next.when('task.fire-rung', { ...late, due: '2025-09-11' }, engine).then('TIMER.OBSOLETE');
    const verified = usually(checked, 'task.verify');
    verified.when('task.fire-rung', { ...late, due: '2025-09-11' }, engine).then('TIMER.OBSOLETE');
  });

  it('takes along the notice that fell into the same standstill: on one day a unit is told of once', () => {
    // Due on Monday 2025-06-30; nobody swept until 2025-08-06, 27 working days later.
    const proposed = fire(underway, timer(underway, { kind: 'propose' }), '2025-08-06');
    proposed.then(['rung.fired', 'proposal.made']);
    const next = timer(proposed.next, { kind: 'notice' });
    expect([next.rungId, dayInShanghai(next.fireAt)]).toEqual(['notice-30', '2025-08-11']);
  });
});
