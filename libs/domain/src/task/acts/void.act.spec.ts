import { approved, OF_HEALTH, PEOPLE, soundBody, stateOf, taskIn, type TaskStory } from '../../../testing';

const REASON = { reason: '重复录入' };
const voids = (story: TaskStory) => story.when('task.void', REASON);

describe('voiding', () => {
  const assigned = taskIn('assigned');
  const underway = taskIn('underway');

  it('ends a mistaken entry with a reason', () => {
    assigned.when('task.void', { reason: ' ' }).thenInvalid('reason');
    voids(assigned).then([{ type: 'task.voided', data: { ...REASON, on: '2025-03-03' } }]);
    expect(stateOf(voids(assigned)).status).toBe('voided');
  });

  it('is open to a draft, which nobody has hung yet', () => {
    expect(stateOf(taskIn('draft').when('task.void', { reason: '误识别' })).status).toBe('voided');
  });

  it('is one clerk’s own again once the only acceptance has been taken back', () => {
    const back = assigned.after('task.accept', {}, OF_HEALTH).after('task.withdraw', {}, OF_HEALTH);
    voids(back).then(['task.voided']);
  });

  it.each(['underway', 'suspended', 'closure-requested', 'verified', 'returned'] as const)(
    '(15-8) is not done by one clerk alone once a unit has accepted: %s',
    (status) => {
      const asked = voids(taskIn(status));
      asked.then([{ type: 'proposal.made', data: { act: 'task.void', data: REASON, grounds: '重复录入' } }]);
      expect(stateOf(asked).status).toBe(status);
      asked.next.when('task.decide-proposal', { result: 'approved' }, { by: PEOPLE.clerk }).then('TASK.OWN_PROPOSAL');
      const decided = asked.next.when(
        'task.decide-proposal',
        { result: 'approved' },
        { by: status === 'suspended' ? PEOPLE.leader : PEOPLE.secondClerk },
      );
      decided.then(['proposal.decided', { type: 'task.voided', data: REASON }]);
      expect(stateOf(decided.next).status).toBe('voided');
    },
  );

  it('that is refused leaves the task as it is', () => {
    const asked = voids(underway).next;
    const refusal = { result: 'refused', reason: '任务仍须办理' } as const;
    const refused = asked.when('task.decide-proposal', refusal, { by: PEOPLE.leader });
    refused.then([{ type: 'proposal.decided', data: refusal }]);
    expect(stateOf(refused.next).status).toBe('underway');
  });

  it('is asked for once at a time, by whomever', () => {
    const asked = voids(underway).next;
    asked.when('task.void', { reason: '误录' }, { by: PEOPLE.secondClerk }).then('TASK.ALREADY_PROPOSED');
  });
});

describe('the end of a task', () => {
  const underway = taskIn('underway');
  const extension = { ...soundBody('task.extend'), reason: '等待省级系统上线' };

  it('overtakes whatever is still asked for', () => {
    const asked = underway.after('task.extend', extension, OF_HEALTH).after('task.void', REASON);
    const [first, second] = stateOf(asked).proposals;
    const ended = asked.when(
      'task.decide-proposal',
      { proposalId: second?.proposalId ?? '', result: 'approved' },
      { by: PEOPLE.secondClerk },
    );
    ended.then([
      { type: 'proposal.decided', data: { proposalId: first?.proposalId, result: 'overtaken', reason: '任务已结束' } },
      { type: 'proposal.decided', data: { proposalId: second?.proposalId, result: 'approved' } },
      'task.voided',
    ]);
    expect(stateOf(ended.next).proposals.map(({ decided }) => decided?.result)).toEqual(['overtaken', 'approved']);
    const terminated = asked.after('task.terminate', soundBody('task.terminate'));
    terminated
      .when(
        'task.decide-proposal',
        { proposalId: stateOf(terminated).proposals[2]?.proposalId ?? '', result: 'approved' },
        { by: PEOPLE.secondClerk },
      )
      .then([
        { type: 'proposal.decided', data: { proposalId: first?.proposalId, result: 'overtaken' } },
        { type: 'proposal.decided', data: { proposalId: second?.proposalId, result: 'overtaken' } },
        { type: 'proposal.decided', data: { result: 'approved' } },
        'task.terminated',
      ]);
  });

  it('by closing overtakes them too', () => {
    const asked = voids(taskIn('verified')).next;
    asked
      .when('task.close', soundBody('task.close'), { by: PEOPLE.closer })
      .then([{ type: 'proposal.decided', data: { result: 'overtaken' } }, 'task.closed']);
  });

  it('leaves decided ones alone', () => {
    const moved = approved(underway.after('task.extend', extension, OF_HEALTH));
    const asked = moved.after('task.terminate', soundBody('task.terminate'));
    const approval = { proposalId: stateOf(asked).proposals[1]?.proposalId ?? '', result: 'approved' } as const;
    asked
      .when('task.decide-proposal', approval, { by: PEOPLE.secondClerk })
      .then(['proposal.decided', 'task.terminated']);
  });
});
