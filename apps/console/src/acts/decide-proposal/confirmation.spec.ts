import { approvalConfirmation } from './confirmation';

const offered = [
  { proposalId: 'P1', act: 'task.extend' },
  { proposalId: 'P2', act: 'task.void' },
  { proposalId: 'P3', act: 'task.terminate' },
];

describe('the question before an approval', () => {
  it('is asked where the task ends by it, and nowhere else', () => {
    expect(approvalConfirmation({ proposalId: 'P3', result: 'approved' }, offered)?.text).toContain('终止');
    expect(approvalConfirmation({ proposalId: 'P2', result: 'approved' }, offered)).toMatchObject({
      destructive: true,
    });
    expect(approvalConfirmation({ proposalId: 'P2', result: 'refused' }, offered)).toBeNull();
    expect(approvalConfirmation({ proposalId: 'P1', result: 'approved' }, offered)).toBeNull();
  });
});
