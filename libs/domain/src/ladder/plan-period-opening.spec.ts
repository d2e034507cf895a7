import fc from 'fast-check';
import { dayInShanghai, nextPeriod, periodById, periodOf, type Recurrence } from '../calendar';
import { anyDay } from '../calendar/testing/calendar-arbitraries';
import { CHINA } from '../calendar/testing/china-years';
import { DEFAULT_LADDER, planPeriodOpening, planTimers, type PeriodOpeningInput } from '.';

const opening = (change: Partial<PeriodOpeningInput>) =>
  planPeriodOpening({
    taskId: 't1',
    limitId: 'l1',
    recurrence: 'quarterly',
    lastPeriod: null,
    armedAt: '2021-08-15T02:00:00Z',
    until: null,
    ...change,
  });

describe('opening of periods', () => {
  it('opens the period under way at the arming', () => {
    expect(opening({})).toEqual({
      timerId: 't1__1__l1__2021-Q3__open-period__2021-09-30',
      limitId: 'l1',
      period: '2021-Q3',
      rungId: 'open-period',
      kind: 'open-period',
      due: '2021-09-30',
      fireAt: '2021-08-15T02:00:00.000Z',
    });
  });

  it('opens the next one on its first day, holiday or not', () => {
    expect(opening({ lastPeriod: '2021-Q3' })).toMatchObject({ period: '2021-Q4', fireAt: '2021-09-30T16:05:00.000Z' });
  });

  it('does not open what was due before the arming', () => {
    const yearly = { every: 'yearly' as const, dueOn: { month: 11, day: null }, firstYear: null };
    expect(opening({ recurrence: yearly, armedAt: '2021-12-05T02:00:00Z' })).toMatchObject({
      period: '2022',
      due: '2022-11-30',
      fireAt: '2021-12-31T16:05:00.000Z',
    });
    expect(opening({ recurrence: yearly, armedAt: '2021-11-30T02:00:00Z' })).toMatchObject({ period: '2021' });
  });

  it('passes over the periods of a suspension, which end before it is resumed', () => {
    expect(opening({ lastPeriod: '2021-Q3', armedAt: '2022-08-01T02:00:00Z' })).toMatchObject({
      period: '2022-Q3',
      fireAt: '2022-08-01T02:00:00.000Z',
    });
  });

  it('ends with the duty', () => {
    expect(opening({ lastPeriod: '2021-Q3', until: '2021-12-31' })?.period).toBe('2021-Q4');
    expect(opening({ lastPeriod: '2021-Q4', until: '2021-12-31' })).toBeNull();
  });

  it('stands before the rungs of a period of one day', () => {
    const daily = opening({ recurrence: 'daily', lastPeriod: '2025-10-09', armedAt: '2025-09-01T00:00:00Z' });
    const limits = [{ limitId: 'l1', period: '2025-10-10', due: '2025-10-10', armedAt: daily?.fireAt ?? 0 }];
    const timers = planTimers({ taskId: 't1', limits, armedAt: 0, calendar: CHINA, ladder: DEFAULT_LADDER });
    expect(timers.map((timer) => timer.kind)).toEqual(['due', 'urge', 'escalate']);
  });

  it('opens every period once, in order, whatever it began with', () => {
    const every = fc.constantFrom<Recurrence[]>(
      'daily',
      'weekly',
      'monthly',
      'quarterly',
      'half-yearly',
      'yearly',
      'every-3-years',
    );
    fc.assert(
      fc.property(every, anyDay, (recurrence, day) => {
        const armedAt = `${day}T03:00:00Z`;
        let period = periodOf(recurrence, day);
        let lastPeriod: string | null = null;
        let lastMoment = '';
        for (let round = 0; round < 6; round += 1) {
          const timer = opening({ recurrence, lastPeriod, armedAt });
          expect(timer?.period).toBe(period.id);
          const moment = timer?.fireAt ?? '';
          expect(moment > lastMoment && moment >= armedAt.slice(0, 19)).toBe(true);
          expect(periodById(recurrence, period.id).from <= dayInShanghai(moment)).toBe(true);
          lastMoment = moment;
          lastPeriod = period.id;
          period = nextPeriod(recurrence, period);
        }
      }),
    );
  });
});
