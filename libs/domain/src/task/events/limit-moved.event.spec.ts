import { PEOPLE, recurringTask, stateOf, taskIn, type TaskStory } from '../../../testing';
import { type MoveKind, type TaskState } from '../task.state';

const dated = (due: string | null) => ({ due, recurrence: null, dueOn: null });
const moved = (story: TaskStory, kind: MoveKind, due: string | null): TaskState['limits'][number] => {
  const limitId = 'L1';
  const from = dated('2025-06-30');
  const next = story.recorded([
    {
      type: 'limit.moved',
      data: { limitId, period: null, from, to: dated(due), kind, reason: '文件要求', cause: null },
    },
  ]);
  const limit = stateOf(next).limits.find((each) => each.limitId === limitId);
  if (!limit) throw new Error('the limit is gone');
  return limit;
};

describe('a move of a limit', () => {
  it.each(['correction', 'extension', 'suspension', 'calendar', 'return'] as const)(
    'stays in its chain with its kind: %s',
    (kind) => {
      const limit = moved(taskIn('underway').on('2025-05-06'), kind, '2025-08-29');
      expect(limit).toMatchObject({ due: '2025-08-29' });
      expect(limit.armedAt).toMatch(/^2025-05-06T/);
      expect(limit.chain.at(-1)).toMatchObject({ kind, to: dated('2025-08-29'), reason: '文件要求' });
    },
  );

  it('removes the day and keeps the move', () => {
    const limit = moved(taskIn('underway'), 'correction', null);
    expect([limit.due, limit.chain.length]).toEqual([null, 2]);
  });

  it('arms nothing before the assignment', () => {
    expect(moved(taskIn('hung'), 'correction', '2025-08-29').armedAt).toBeNull();
  });

  it('to another day inside the period keeps what was done', () => {
    const terms = { due: null, recurrence: 'quarterly', dueOn: null } as const;
    const to = { ...terms, dueOn: { month: 3, day: 20 } };
    const reported = recurringTask().after(
      'task.report',
      { progress: '完成', done: [{ limitId: 'L3', period: '2025-Q1' }] },
      { by: PEOPLE.reporter },
    );
    const data = { limitId: 'L3', period: null, from: terms, to, kind: 'correction', reason: '', cause: null } as const;
    const [limit] = stateOf(reported.on('2025-03-10').recorded([{ type: 'limit.moved', data }])).limits;
    expect(limit).toMatchObject({ firstDay: '2025-03-03', done: [{ period: '2025-Q1' }], dueOn: { day: 20 } });
  });

  it('of one period leaves the limit’s own terms alone', () => {
    const terms = { due: null, recurrence: 'quarterly', dueOn: null } as const;
    const to = { ...terms, due: '2025-04-15' };
    const data = {
      limitId: 'L3',
      period: '2025-Q1',
      from: terms,
      to,
      kind: 'extension',
      reason: '',
      cause: null,
    } as const;
    const story = recurringTask().recorded([{ type: 'limit.moved', data }]);
    const [limit] = stateOf(story).limits;
    expect(limit).toMatchObject({ ...terms, movedPeriods: [{ period: '2025-Q1', due: '2025-04-15' }] });
    expect(limit?.chain.at(-1)).toMatchObject({ kind: 'extension', period: '2025-Q1', to });
    const again = story.recorded([{ type: 'limit.moved', data: { ...data, to: { ...terms, due: '2025-04-30' } } }]);
    expect(stateOf(again).limits[0]?.movedPeriods).toMatchObject([{ period: '2025-Q1', due: '2025-04-30' }]);
  });
});
