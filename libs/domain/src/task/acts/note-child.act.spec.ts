import { PEOPLE, soundBody, stateOf, taskIn, type TaskStory } from '../../../testing';

const CLOSED = { ending: 'closed', outcome: 'continuing', on: '2025-03-03' } as const;

describe('noting the end of a child', () => {
  const parent = taskIn('underway').after('task.split', soundBody('task.split'));
  const childId = stateOf(parent).children[0]?.taskId ?? '';
  const note = (story: TaskStory, id = childId) =>
    story.when('task.note-child', { childId: id, ending: 'closed', on: '2025-03-03' }, { by: PEOPLE.engine });

  it('says which child has ended, and how', () => {
    note(parent).then([{ type: 'child.ended', data: { childId, ending: 'closed' } }]);
    const kept = parent.when('task.note-child', { childId, ...CLOSED }, { by: PEOPLE.engine }).next;
    expect(stateOf(kept).children).toMatchObject([
      { taskId: childId, ended: 'closed', outcome: 'continuing', endedOn: '2025-03-03' },
    ]);
  });

  it('is told twice without an event', () => {
    note(note(parent).next).then([]);
  });

  it('refuses a task that is no child', () => {
    note(parent, PEOPLE.clerk.accountId).then('TASK.CHILD_UNKNOWN');
    note(taskIn('underway')).then('TASK.CHILD_UNKNOWN');
  });

  it('leaves forms and steps of the parent as they are', () => {
    const before = stateOf(parent);
    const after = stateOf(note(parent).next);
    expect([after.stepRevision, after.contentRevision, after.lastSteps]).toEqual([
      before.stepRevision,
      before.contentRevision,
      before.lastSteps,
    ]);
  });
});
