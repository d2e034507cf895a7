import { OF_HEALTH, PEOPLE, SAMPLE_CALENDAR, soundBody, stateOf, taskIn, type TaskStory } from '../../testing';
import { compileCalendar } from '../calendar';
import { decisionDays, heldChanges, heldInAll } from './held';
import { type TaskState } from './task.state';

const calendar = compileCalendar(SAMPLE_CALENDAR);
const more = { limitId: 'L1', due: '2025-08-29', reason: '等待省级系统上线' };
const asked = taskIn('underway').on('2025-06-20').after('task.extend', more, OF_HEALTH);

function decide(story: TaskStory): TaskStory {
  const proposalId = stateOf(story).proposals.at(-1)?.proposalId ?? '';
  return story.after(
    'task.decide-proposal',
    { proposalId, result: 'refused', reason: '请按期完成' },
    { by: PEOPLE.clerk },
  );
}

const days = (story: TaskStory, today: string) => decisionDays(stateOf(story), today, calendar);
const summed = (state: TaskState, today: string) => heldInAll(heldChanges(state), today, calendar).get('decide');

describe('how long requests waited for their decision', () => {
  it('is nothing to say of where none was made', () => {
    expect(days(taskIn('underway'), '2025-06-27')).toBeNull();
  });

  it('counts the working days up to the decision, and up to today while there is none', () => {
    expect(days(asked, '2025-06-27')).toBe(5);
    const decided = decide(asked.on('2025-06-24'));
    expect(days(decided, '2025-06-27')).toBe(2);
    const again = decided.on('2025-06-25').after('task.extend', more, OF_HEALTH);
    expect(days(again, '2025-06-27')).toBe(4);
  });

  it('is the same as a sum of beginnings and ends, as a ledger keeps it', () => {
    const again = decide(asked.on('2025-06-24')).on('2025-06-25').after('task.extend', more, OF_HEALTH);
    expect(summed(stateOf(again), '2025-06-27')).toBe(4);
    expect(heldChanges(stateOf(taskIn('voided')))).toEqual([]);
  });

  it('does not go on after the end of the task', () => {
    const asking = asked.on('2025-06-25').after('task.terminate', soundBody('task.terminate'));
    const proposalId = stateOf(asking).proposals.at(-1)?.proposalId ?? '';
    const ended = asking.after('task.decide-proposal', { proposalId, result: 'approved' }, { by: PEOPLE.secondClerk });
    expect(days(ended, '2025-12-31')).toBe(3);
  });
});
