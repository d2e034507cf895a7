import { PEOPLE, recurringTask, soundBody, stateOf, taskIn } from '../../testing';
import { judgedContent } from './seen';

describe('what a checker stands by', () => {
  it('changes when the day of one period is moved', () => {
    const story = recurringTask();
    const terms = { recurrence: null, dueOn: null };
    const data = {
      limitId: 'L3',
      period: '2025-Q1',
      from: { ...terms, due: '2025-03-31' },
      to: { ...terms, due: '2025-04-15' },
      kind: 'extension',
      reason: '等待省级系统上线',
      cause: null,
    } as const;
    const moved = story.recorded([{ type: 'limit.moved', data }]);
    expect(judgedContent(stateOf(moved))).not.toEqual(judgedContent(stateOf(story)));
  });

  it('changes when a child ends', () => {
    const parent = taskIn('underway').after('task.split', soundBody('task.split'));
    const childId = stateOf(parent).children[0]?.taskId ?? '';
    const ended = parent.after(
      'task.note-child',
      { childId, ending: 'terminated', on: parent.today },
      { by: PEOPLE.engine },
    );
    expect(judgedContent(stateOf(ended))).not.toEqual(judgedContent(stateOf(parent)));
  });
});
