import { aLane } from '../../parts/lanes.fixture';
import { extendableOf, initialExtension } from './extend-values';

const own = { limitId: 'L1', period: null, due: '2021-06-30', next: false, movesFor: [], forLead: false };
const ofLead = { ...own, limitId: 'L2', forLead: true };
const undated = { ...own, limitId: 'L3', due: null };

describe('what more time may be asked for', () => {
  it('has a day, and is not owed by a lead beside the supporting unit', () => {
    const lane = aLane('f', '市财政局', { answer: 'accepted', reportable: [own, ofLead, undated] });
    expect(extendableOf(lane)).toEqual([own]);
    expect(initialExtension({ proposals: [] }, lane).part).toBe('L1');
  });
});
