import { OF_HEALTH, PEOPLE, SAMPLE_CALENDAR, stateOf, taskIn, type TaskStory, UNITS } from '../../testing';
import { compileCalendar } from '../calendar';
import { DEFAULT_POLICY } from '../policy';
import { whyOvertaken } from './fitting';

const calendar = compileCalendar(SAMPLE_CALENDAR);
const underway = taskIn('underway');

/** What is said of the first request of a story, and what its approval comes to. */
function both(story: TaskStory): readonly [string | null, unknown] {
  const state = stateOf(story);
  const [proposal] = state.proposals;
  if (!proposal) throw new Error('something was asked for');
  const approval = { proposalId: proposal.proposalId, result: 'approved' } as const;
  const [first] = story.after('task.decide-proposal', approval, { by: PEOPLE.secondClerk }).history.slice(-1);
  return [whyOvertaken(state, proposal, { today: story.today, calendar, policy: DEFAULT_POLICY }), first?.data];
}

describe('whether a request still fits', () => {
  const asked = underway.after('task.extend', { limitId: 'L1', due: '2025-08-29', reason: '等待平台上线' }, OF_HEALTH);

  it('is said before the approval, as the approval would say it', () => {
    expect(both(asked)[0]).toBeNull();
    const done = asked.after('task.report', { progress: '完成', done: [{ limitId: 'L1' }] }, OF_HEALTH);
    const [said, decided] = both(done);
    expect(said).toContain('不在本单位未完成的事项中');
    expect(decided).toMatchObject({ result: 'overtaken', reason: said });
  });

  it('changes when the content was corrected since, and not with units that are there', () => {
    const changes = {
      supportUnitIds: [UNITS.finance, UNITS.insurance],
      changedLimits: [{ limitId: 'L1', due: '2025-08-29' }],
    };
    const correction = underway.after('task.correct', { changes, reason: '录入有误' });
    expect(both(correction)[0]).toBeNull();
    const corrected = correction.after(
      'task.correct',
      { changes: { title: '新标题' }, reason: '更正' },
      { by: PEOPLE.secondClerk },
    );
    expect(both(corrected)[0]).toBe('提出申请后，任务内容已另行更正');
  });

  it('is said of the request itself, not of others that its approval overtakes', () => {
    const voiding = asked.after('task.void', { reason: '重复录入' });
    const [, second] = stateOf(voiding).proposals;
    expect(
      second && whyOvertaken(stateOf(voiding), second, { today: voiding.today, calendar, policy: DEFAULT_POLICY }),
    ).toBeNull();
  });
});
