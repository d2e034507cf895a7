import { noTask, OF_FINANCE, OF_HEALTH, plannedTimers, stateOf, taskIn, type TaskStory } from '../../../testing';
import { dayInShanghai } from '../../calendar';
import { type Actor } from '../../shared/actor';

const ask = (story: TaskStory, change: object = {}, by: { by: Actor } = OF_HEALTH) =>
  story.when('task.extend', { limitId: 'L1', due: '2025-08-29', reason: '等待省级系统上线', ...change }, by);
/** The rungs of lateness that are planned. */
const rungsOf = (story: TaskStory) =>
  plannedTimers(story)
    .filter(({ limitId, kind }) => limitId === 'L1' && (kind === 'urge' || kind === 'escalate'))
    .map(({ rungId, fireAt }) => `${rungId} ${dayInShanghai(fireAt)}`);

const underway = taskIn('underway');
const asked = ask(underway.on('2025-06-30')).next;

describe('asking for an extension', () => {
  it('is a proposal with five working days for its decision, and moves nothing yet', () => {
    ask(underway.on('2025-06-20')).then([
      {
        type: 'proposal.made',
        data: {
          act: 'task.extend',
          decideBy: '2025-06-27',
          grounds: '等待省级系统上线',
          basis: { touches: ['content'] },
        },
      },
    ]);
    expect(stateOf(asked).limits[0]?.due).toBe('2025-06-30');
    expect(stateOf(asked).turns.map(({ kind }) => kind)).toContain('decide');
  });

  it('is refused for an earlier day, the same day, a day gone by and something not owed', () => {
    ask(underway, { due: '2025-06-29' }).then('TASK.EXTENSION_NOT_LATER');
    ask(underway, { due: '2025-06-30' }).then('TASK.EXTENSION_NOT_LATER');
    ask(underway.on('2025-09-01'), { due: '2025-08-29' }).then('TASK.DUE_IN_PAST');
    ask(underway, { limitId: 'L9' }).then('TASK.LIMIT_NOT_OWED');
    ask(underway, { period: '2025-06' }).then('TASK.LIMIT_NOT_OWED');
    // A supporting unit owes nothing that has a day.
    ask(underway, {}, OF_FINANCE).then('TASK.NOTHING_TO_EXTEND');
    ask(taskIn('assigned')).then('TASK.NOT_ACCEPTED');
    noTask.when('task.extend', { limitId: 'L1', due: '2025-08-29', reason: '等待' }).then('TASK.UNKNOWN');
  });

  it('is open once at a time for each limit', () => {
    ask(asked).then('TASK.ALREADY_PROPOSED');
    ask(asked, { limitId: 'L2', due: '2025-12-31' }).then(['proposal.made']);
  });

  it('holds back the rungs after the day while a request that came in time waits', () => {
    expect(rungsOf(asked)).toEqual([]);
    expect(rungsOf(ask(underway.on('2025-07-02')).next)).toEqual(['urge-1 2025-07-01', 'escalate-5 2025-07-07']);
  });
});
