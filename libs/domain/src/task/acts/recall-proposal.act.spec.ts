import { OF_HEALTH, PEOPLE, stateOf, taskIn } from '../../../testing';

const asked = taskIn('underway').after(
  'task.extend',
  { limitId: 'L1', due: '2025-08-29', reason: '等待省级系统上线' },
  OF_HEALTH,
);

describe('taking a proposal back', () => {
  it('is for whoever asked, and for nobody else', () => {
    const recall = { proposalId: stateOf(asked).proposals[0]?.proposalId ?? '' };
    asked.when('task.recall-proposal', recall, { by: PEOPLE.unitHead }).then('TASK.NO_OWN_PROPOSAL');
    const back = asked.when('task.recall-proposal', recall, OF_HEALTH);
    back.then([{ type: 'proposal.decided', data: { result: 'taken-back' } }]);
    back.next.when('task.recall-proposal', recall, OF_HEALTH).then('TASK.NO_OWN_PROPOSAL');
  });
});
