import { approved, soundBody, stateOf, taskIn } from '../../../testing';

describe('terminating', () => {
  it('ends a task on somebody’s authority', () => {
    const terminated = taskIn('assigned').when('task.terminate', soundBody('task.terminate'));
    terminated.then([{ type: 'task.terminated', data: { authority: { reference: '市政府第102次常务会议' } } }]);
    expect(stateOf(terminated).status).toBe('terminated');
  });

  it('takes two once a unit has taken the task on', () => {
    const asked = taskIn('underway').when('task.terminate', soundBody('task.terminate'));
    asked.then([{ type: 'proposal.made', data: { act: 'task.terminate' } }]);
    asked.next.when('task.terminate', soundBody('task.terminate')).then('TASK.ALREADY_PROPOSED');
    asked.next.when('task.decide-proposal', { result: 'approved' }).then('TASK.OWN_PROPOSAL');
    expect(stateOf(approved(asked.next)).status).toBe('terminated');
  });

  it('is not for a draft: that was never on the account', () => {
    taskIn('draft').when('task.terminate', soundBody('task.terminate')).then('TASK.STEP_NOT_OPEN');
  });
});
