import { stateOf, taskIn } from '../../../testing';

describe('voiding', () => {
  const underway = taskIn('underway');

  it('ends a mistaken entry with a reason', () => {
    underway.when('task.void', { reason: ' ' }).thenInvalid('reason');
    const voided = underway.when('task.void', { reason: '重复录入' });
    voided.then([{ type: 'task.voided', data: { reason: '重复录入', on: '2025-03-03' } }]);
    expect(stateOf(voided).status).toBe('voided');
  });

  it('is open to a draft, which nobody has hung yet', () => {
    expect(stateOf(taskIn('draft').when('task.void', { reason: '误识别' })).status).toBe('voided');
  });
});
