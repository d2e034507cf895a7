import { aLimit, anIndicator, draftTask, noTask, soundBody, stateOf, taskIn } from '../../../testing';

describe('drafting a task', () => {
  it('starts the chain of every dated limit with the day of the document', () => {
    const limits = [aLimit('L1'), aLimit('L2', { due: null })];
    const [first, second] = stateOf(noTask.after('task.draft', draftTask({ limits }))).limits;
    expect(first?.chain.map(({ kind, to }) => [kind, to.due])).toEqual([['set', '2025-09-30']]);
    expect(second?.chain).toEqual([]);
  });

  it('refuses two limits or two indicators of one id', () => {
    noTask.when('task.draft', draftTask({ limits: [aLimit('L1'), aLimit('L1')] })).thenInvalid('TASK.LIMIT_TWICE');
    noTask
      .when('task.draft', draftTask({ indicators: [anIndicator('I1'), anIndicator('I1')] }))
      .thenInvalid('TASK.INDICATOR_TWICE');
  });

  it('happens once', () => {
    noTask.when('task.draft', soundBody('task.draft')).then(['task.drafted']);
    taskIn('draft').when('task.draft', soundBody('task.draft')).then('TASK.EXISTS');
    taskIn('closed').when('task.draft', soundBody('task.draft')).then('TASK.EXISTS');
  });
});
