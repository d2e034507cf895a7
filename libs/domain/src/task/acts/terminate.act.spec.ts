import { soundBody, stateOf, taskIn } from '../../../testing';

describe('terminating', () => {
  it('ends a task on somebody’s authority', () => {
    const terminated = taskIn('underway').when('task.terminate', soundBody('task.terminate'));
    terminated.then([{ type: 'task.terminated', data: { authority: { reference: '市政府第102次常务会议' } } }]);
    expect(stateOf(terminated).status).toBe('terminated');
  });

  it('is not for a draft: that was never on the account', () => {
    taskIn('draft').when('task.terminate', soundBody('task.terminate')).then('TASK.STEP_NOT_OPEN');
  });
});
