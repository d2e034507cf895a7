import { type Staffing, TASK_ACTS } from '#domain';
import { aLane } from '../../parts/lanes.fixture';
import { initialSaid, laneToRecord, saidBody, saidDay } from './said-values';

const UNIT = '00000000-0000-4000-8000-000000000101';
const said = (saidOn: string | null) => ({
  onBehalf: { ...initialSaid(aLane(UNIT, '市医保局')).onBehalf, saidBy: '王科长', saidOn },
});

describe('the word of a unit in a form of the office', () => {
  it('begins with the first unit that cannot do it by itself, and by telephone', () => {
    const lanes = [aLane('able', '市财政局'), aLane('headless', '市统计局'), aLane(UNIT, '市医保局')];
    const staffing: Readonly<Record<string, Staffing>> = { able: 'able', headless: 'no-head' };
    const staffingOf = (unitId: string): Staffing => staffing[unitId] ?? 'nobody';
    const chosen = (...args: Parameters<typeof laneToRecord>) => initialSaid(laneToRecord(...args)).onBehalf;
    expect(chosen(lanes, staffingOf, ['nobody'])).toMatchObject({ unitId: UNIT, how: 'phone', sheet: [] });
    // Asking for closure is for its head: without one the unit cannot.
    expect(chosen(lanes, staffingOf, ['nobody', 'no-head']).unitId).toBe('headless');
  });

  it('begins with no unit where all have accounts, and while that is not known', () => {
    const lanes = [aLane(UNIT, '市医保局')];
    expect(laneToRecord(lanes, () => 'able', ['nobody', 'no-head'])).toBeNull();
    expect(laneToRecord(lanes, () => null, ['nobody', 'no-head'])).toBeNull();
    expect(initialSaid(null).onBehalf.unitId).toBeNull();
  });

  it('was given today where no day is filled in, and the step is of the day on which it was given', () => {
    expect(saidBody(said(null), '2021-09-15').onBehalf.saidOn).toBe('2021-09-15');
    expect(saidDay(said(null))).toEqual({});
    expect(saidDay(said('2021-09-13'))).toEqual({ occurredOn: '2021-09-13' });
  });

  it('is a body that the act takes', () => {
    const body = { ...saidBody(said('2021-09-13'), '2021-09-15'), ...saidDay(said('2021-09-13')) };
    expect(TASK_ACTS['task.accept-on-behalf'].command.safeParse(body).success).toBe(true);
  });
});
