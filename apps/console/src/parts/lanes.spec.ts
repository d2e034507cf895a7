import { isWorking, ownLane } from './lanes';
import { aLane } from './lanes.fixture';

const health = aLane('h', '市卫健局', { answer: 'accepted' });
const asked = aLane('i', '市医保局', { answer: 'accepted', claimedOn: '2021-09-01' });
const finance = aLane('f', '市财政局', { role: 'support', answer: 'accepted' });

describe('the lane that a person acts for', () => {
  const laneFor = (...units: string[]) => ownLane({ lanes: [finance, asked, health] }, new Set(units), isWorking);

  it('is that of an own unit, also of a supporting one', () => {
    expect(laneFor('f')).toBe(finance);
    expect(laneFor('h')).toBe(health);
  });

  it('is one that can go on, where a person stands for several', () => {
    expect(laneFor('i', 'h')).toBe(health);
    expect(laneFor('i')).toBe(asked);
  });

  it('is the first lead’s for a person outside of the units', () => {
    expect(laneFor('office')).toBe(asked);
    expect(ownLane({ lanes: [] }, new Set(['h']), isWorking)).toBeNull();
  });
});
