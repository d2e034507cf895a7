import { laneStepWord } from './lane-step';

describe('how far a unit has come', () => {
  const unanswered = { answer: 'waiting', claimedOn: null } as const;

  it('does not wait for an answer once the task has ended', () => {
    expect(laneStepWord(unanswered, 'underway')).toBe('待签收');
    for (const status of ['closed', 'terminated', 'voided'] as const) {
      expect(laneStepWord(unanswered, status)).toBe('任务已结束，未签收');
      expect(laneStepWord({ answer: 'accepted', claimedOn: null }, status)).toBe('已签收');
    }
  });
});
