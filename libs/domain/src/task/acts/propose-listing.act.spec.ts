import { passedTo, PEOPLE, stateOf, taskIn, UNITS, usually } from '../../../testing';
import { openProposals } from '../proposals';

/** The sample task is due on Monday 2025-06-30; five working days later it is 2025-07-07. */
const escalated = passedTo(taskIn('underway'), '2025-07-07');
const engine = { by: PEOPLE.engine };
const propose = (story: typeof escalated, lane: string = UNITS.health) =>
  story.when('task.propose-listing', { lane, climbs: 3 }, engine);

describe('挂牌督办 for a unit that was escalated several times in a row', () => {
  it('is proposed to the leader in charge by name, with how often', () => {
    const proposed = propose(escalated);
    proposed.then([
      {
        type: 'proposal.made',
        data: {
          act: 'task.take-measure',
          data: { measures: ['listed'], lane: UNITS.health },
          grounds: '该单位在本台账连续3次逾期上报，其间没有按期完成的事项',
          leader: { accountId: PEOPLE.leader.accountId },
        },
      },
    ]);
    const decided = proposed.next.when('task.decide-proposal', { result: 'approved' }, { by: PEOPLE.leader });
    decided.then(['proposal.decided', { type: 'measure.taken', data: { measure: 'listed' } }]);
    // It is decided already in this task.
    propose(decided.next).then([]);
  });

  it('waits once, and beside another measure against the unit', () => {
    propose(propose(escalated).next).then([]);
    const talk = passedTo(escalated, '2025-07-14');
    expect(openProposals(stateOf(talk))).toHaveLength(1);
    propose(talk).then([{ type: 'proposal.made', data: { data: { measures: ['listed'] } } }]);
    // The ladder proposes its own measure beside it too.
    const both = passedTo(propose(escalated).next, '2025-07-14');
    expect(openProposals(stateOf(both)).map(({ data }) => data['measures'])).toEqual([
      ['listed'],
      ['bulletin', 'talk'],
    ]);
  });

  it('is of a lead that has the task still', () => {
    propose(escalated, UNITS.finance).then('TASK.UNIT_GONE');
    propose(escalated, UNITS.insurance).then('TASK.UNIT_GONE');
    propose(usually(escalated, 'task.terminate')).then('TASK.STEP_NOT_OPEN');
  });
});
