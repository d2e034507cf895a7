import { aLimit, draftTask, noTask, stateOf, taskIn } from '../../../testing';

describe('correcting a draft', () => {
  it('changes what is named and keeps the rest', () => {
    const { title, body, limits } = stateOf(
      taskIn('draft').when('task.correct-draft', {
        changes: { title: '新标题', changedLimits: [{ limitId: 'L2', due: '2025-12-31' }], removedLimits: ['L1'] },
      }),
    );
    expect(title).toBe('新标题');
    expect(body).toBe(stateOf(taskIn('draft')).body);
    expect(limits.map(({ limitId, due }) => [limitId, due])).toEqual([['L2', '2025-12-31']]);
  });

  it('refuses a change of nothing', () => {
    taskIn('draft').when('task.correct-draft', { changes: {} }).thenInvalid('TASK.NOTHING_CHANGED');
  });

  it('refuses limits that are not there and ids that were given before, also those of removed limits', () => {
    const draft = taskIn('draft');
    draft.when('task.correct-draft', { changes: { removedLimits: ['L9'] } }).then('TASK.LIMIT_UNKNOWN');
    draft.when('task.correct-draft', { changes: { addedLimits: [aLimit('L2')] } }).then('TASK.LIMIT_EXISTS');
    draft
      .after('task.correct-draft', { changes: { removedLimits: ['L2'] } })
      .when('task.correct-draft', { changes: { addedLimits: [aLimit('L2')] } })
      .then('TASK.LIMIT_EXISTS');
  });

  it('refuses a day inside the period on a limit that does not recur', () => {
    const changedLimits = [{ limitId: 'L1', dueOn: { month: 12, day: 5 } }];
    taskIn('draft').when('task.correct-draft', { changes: { changedLimits } }).then('TASK.DUE_OUTSIDE_PERIOD');
  });

  it('refuses more limits than a task may hold, counting those removed in the same change', () => {
    const limits = Array.from({ length: 100 }, (_, index) => aLimit(`L${String(index + 1)}`));
    const full = noTask.after('task.draft', draftTask({ limits }));
    const added = { addedLimits: [aLimit('L101')] };
    full.when('task.correct-draft', { changes: added }).then('TASK.TOO_MANY_LIMITS');
    full
      .when('task.correct-draft', { changes: { ...added, removedLimits: ['L1'] } })
      .then(['limit.removed', 'limit.added']);
  });
});
