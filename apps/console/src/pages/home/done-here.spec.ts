import { doneOn } from './done-here';
import { aHomeRow } from './home-row.fixture';

describe('what was done on the home', () => {
  const urged = aHomeRow();
  const done = [{ row: urged, act: 'task.urge' }];

  it('is shown in the row as long as the same act is offered', () => {
    expect(doneOn(urged, done)).toBe('task.urge');
    expect(doneOn(aHomeRow({ taskId: 'another' }), done)).toBeNull();
  });

  it('gives way to the next act of the task: what was confirmed is to be hung', () => {
    const draft = aHomeRow({ kind: 'confirm', act: 'task.confirm' });
    const next = aHomeRow({ kind: 'confirm', act: 'task.hang' });
    expect(doneOn(next, [{ row: draft, act: 'task.confirm' }])).toBeNull();
  });
});
