import {
  OF_HEALTH,
  PEOPLE,
  personWith,
  plannedTimers,
  stateOf,
  taskIn,
  type TaskInput,
  type TaskStory,
  UNITS,
} from '../../../testing';
import { openProposals } from '../proposals';

const underway = taskIn('underway').on('2025-06-27');
const onBehalf = { unitId: UNITS.health, saidBy: '王科长', how: 'phone', saidOn: '2025-06-27' } as const;
const WANTED = { limitId: 'L1', due: '2025-08-29', reason: '等待省级系统上线' };
const ask = (story: TaskStory, change: Partial<TaskInput<'task.extend-on-behalf'>> = {}) =>
  story.when('task.extend-on-behalf', { ...WANTED, onBehalf, ...change });
const asked = ask(underway).next;
const proposalId = openProposals(stateOf(asked))[0]?.proposalId ?? '';
const late = (story: TaskStory) =>
  plannedTimers(story).filter(({ limitId, kind }) => limitId === 'L1' && (kind === 'urge' || kind === 'escalate'));

describe('asking for more time for a unit without an account', () => {
  it('is a proposal of the unit’s own act, with the unit and its word beside it', () => {
    ask(underway).then([
      {
        type: 'proposal.made',
        data: { act: 'task.extend', data: { ...WANTED, period: null }, grounds: WANTED.reason, onBehalf },
      },
    ]);
  });

  it('may name a day that was still to come when the unit gave word, though the office records it later', () => {
    const recorded = (due: string) => ask(underway.on('2025-07-15'), { due });
    recorded('2025-07-04').then(['proposal.made']);
    recorded('2025-06-26').then('TASK.EXTENSION_NOT_LATER');
    recorded('2025-07-04')
      .next.when('task.decide-proposal', { result: 'approved' }, { by: PEOPLE.secondClerk })
      .then(['proposal.decided', { type: 'limit.moved', data: { to: { due: '2025-07-04' } } }]);
  });

  it('is decided by another person than the clerk who recorded it: another clerk, or the leader above that unit', () => {
    const decide = { proposalId, result: 'approved' } as const;
    asked.when('task.decide-proposal', decide).then('TASK.OWN_PROPOSAL');
    asked.when('task.decide-proposal', decide, { by: PEOPLE.leader }).then(['proposal.decided', 'limit.moved']);
    const elsewhere = personWith(0x77, '别处领导', 'leader', UNITS.insurance);
    asked.when('task.decide-proposal', decide, { by: elsewhere }).then('TASK.OTHER_BRANCH');
    asked.when('task.decide-proposal', decide, { by: PEOPLE.secondClerk }).then([
      'proposal.decided',
      {
        type: 'limit.moved',
        data: {
          kind: 'extension',
          askedFor: UNITS.health,
          askedBy: { accountId: PEOPLE.clerk.accountId },
          approvedBy: { accountId: PEOPLE.secondClerk.accountId },
        },
      },
    ]);
    const [limit] = stateOf(asked.after('task.decide-proposal', decide, { by: PEOPLE.secondClerk })).limits;
    expect(limit?.chain.at(-1)).toMatchObject({ askedFor: UNITS.health });
  });

  it('is the unit’s own request: it is not made twice, by itself or through the office', () => {
    ask(asked).then('TASK.ALREADY_PROPOSED');
    asked.when('task.extend', WANTED, OF_HEALTH).then('TASK.ALREADY_PROPOSED');
    ask(underway.after('task.extend', WANTED, OF_HEALTH)).then('TASK.ALREADY_PROPOSED');
  });

  it('is refused for what the unit does not owe, an earlier day, and a unit that has asked for closure', () => {
    ask(underway, { limitId: 'L9' }).then('TASK.LIMIT_NOT_OWED');
    ask(underway, { due: '2025-06-30' }).then('TASK.EXTENSION_NOT_LATER');
    ask(underway, { onBehalf: { ...onBehalf, unitId: UNITS.finance } }).then('TASK.NOTHING_TO_EXTEND');
    ask(taskIn('assigned').on('2025-06-27')).then('TASK.NOT_ACCEPTED');
  });

  it('holds back the rungs after the day where the unit gave its word in time, though it was recorded later', () => {
    const recordedLater = (saidOn: string) =>
      ask(underway.on('2025-07-02'), { onBehalf: { ...onBehalf, saidOn } }).next;
    expect(late(recordedLater('2025-06-30'))).toEqual([]);
    expect(late(recordedLater('2025-07-01'))).not.toEqual([]);
    const isLate = (story: TaskStory) => openProposals(stateOf(story)).map((open) => open.late);
    expect(isLate(recordedLater('2025-06-30'))).toEqual([false]);
    expect(isLate(recordedLater('2025-07-01'))).toEqual([true]);
  });

  it('keeps the acceptance under it, which the office recorded too, from being taken back', () => {
    const accepted = taskIn('assigned').on('2025-06-27').after('task.accept-on-behalf', { onBehalf });
    const waiting = ask(accepted).next;
    waiting.when('task.withdraw', {}).then('TASK.REQUEST_WAITS');
    const recalled = waiting.after('task.recall-proposal', {
      proposalId: openProposals(stateOf(waiting))[0]?.proposalId ?? '',
    });
    recalled.when('task.withdraw', {}).then(['task.withdrawn']);
  });
});
