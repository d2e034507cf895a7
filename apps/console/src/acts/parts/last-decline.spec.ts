import { aLane } from '../../parts/lanes.fixture';
import { type Step } from '../../telling';
import { aClaim } from './claim.fixture';
import { lastDeclines } from './last-decline';

const HEALTH = '00000000-0000-4000-8000-0000000000a1';
const FINANCE = '00000000-0000-4000-8000-0000000000a2';

function aDecline(lane: string, reason: string, undone = false): Step {
  const { entry, ...step } = aClaim(lane, reason, { undone });
  return { ...step, entry: { ...entry, type: 'lane.declined', data: { lane, reason, on: '2021-09-01' } } };
}

describe('the reasons on top of the form that finds other units', () => {
  const declined = aLane(HEALTH, '市卫健局', { answer: 'declined' });

  it('are the last of each unit that declines the task now, and not one that was taken back', () => {
    const steps = [
      aDecline(HEALTH, '第一次的理由'),
      aDecline(HEALTH, '非本单位职责'),
      aDecline(HEALTH, '误退', true),
      aDecline(FINANCE, '已另有任务'),
    ];
    const reasons = (...lanes: Parameters<typeof lastDeclines>[0]) =>
      lastDeclines(lanes, steps).map(({ quote }) => quote);
    expect(reasons(declined, aLane(FINANCE, '市财政局', { answer: 'accepted' }))).toEqual(['非本单位职责']);
    expect(reasons(declined, aLane(FINANCE, '市财政局', { answer: 'declined' }))).toEqual([
      '非本单位职责',
      '已另有任务',
    ]);
  });

  it('are none where nothing of it has been read', () => {
    expect(lastDeclines([declined], [])).toEqual([]);
  });
});
