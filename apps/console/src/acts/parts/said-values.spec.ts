import { TASK_ACTS } from '#domain';
import { aLane } from '../../parts/lanes.fixture';
import { initialSaid, saidBody, saidDay } from './said-values';

const UNIT = '00000000-0000-4000-8000-000000000101';
const said = (saidOn: string | null) => ({
  onBehalf: { ...initialSaid([aLane(UNIT, '市医保局')]).onBehalf, saidBy: '王科长', saidOn },
});

describe('the word of a unit in a form of the office', () => {
  it('begins with the first unit for which the step is open, and by telephone', () => {
    expect(initialSaid([aLane(UNIT, '市医保局')]).onBehalf).toMatchObject({ unitId: UNIT, how: 'phone', sheet: [] });
    expect(initialSaid([]).onBehalf.unitId).toBeNull();
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
