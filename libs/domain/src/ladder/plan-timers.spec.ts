import fc from 'fast-check';
import {
  addWorkingDays,
  dayInShanghai,
  instantText,
  isWorkingDay,
  rollForward,
  shanghaiInstant,
  workingDaysBefore,
  type Instant,
} from '../calendar';
import { anyCalendar, anyDay } from '../calendar/testing/calendar-arbitraries';
import { CHINA } from '../calendar/testing/china-years';
import { DEFAULT_POLICY } from '../policy';
import { planTimers, type OpenLimit, type TimerPlanInput } from '.';

/** A limit that is open; armed with the whole plan unless it has a moment of its own. */
type Open = Omit<OpenLimit, 'armedAt'> & Partial<Pick<OpenLimit, 'armedAt'>>;
const limit = (due: string, change: Partial<OpenLimit> = {}): Open => ({
  lane: 'u1',
  limitId: 'l1',
  period: null,
  due,
  climb: 1,
  ...change,
});
const plan = (limits: Open[], armedAt: Instant, change: Partial<TimerPlanInput> = {}) =>
  planTimers({
    taskId: 't1',
    round: 1,
    limits: limits.map((each) => ({ armedAt, ...each })),
    calendar: CHINA,
    ladder: DEFAULT_POLICY.ladders.limits,
    ...change,
  });
const shown = (timers: ReturnType<typeof plan>) => timers.map((timer) => `${timer.rungId} ${timer.fireAt}`);

describe('plan of timers', () => {
  it('climbs over holidays and worked weekends', () => {
    expect(plan([limit('2025-10-10')], '2025-09-01T02:00:00Z')).toEqual(
      [
        ['remind-7', 'remind', '2025-09-24'],
        ['remind-3', 'remind', '2025-09-29'],
        ['due', 'due', '2025-10-10'],
        ['urge-1', 'urge', '2025-10-11'],
        ['escalate-5', 'escalate', '2025-10-16'],
        ['propose-10', 'propose', '2025-10-23'],
      ].map(([rungId, kind, day]) => ({
        key: `1__1__u1__l1__once__${String(rungId)}__2025-10-10`,
        timerId: `t1__1__1__u1__l1__once__${String(rungId)}__2025-10-10`,
        round: 1,
        climb: 1,
        lane: 'u1',
        limitId: 'l1',
        period: null,
        rungId,
        kind,
        due: '2025-10-10',
        fireAt: `${String(day)}T00:50:00.000Z`,
      })),
    );
  });

  it('tells of a due day that is off on the working day before, and counts on from the day after', () => {
    // Named date in the National Day week: it does not move, its notices do.
    expect(shown(plan([limit('2025-10-05')], '2025-09-01T00:00:00Z'))).toEqual([
      'remind-7 2025-09-22T00:50:00.000Z',
      'remind-3 2025-09-26T00:50:00.000Z',
      'due 2025-09-30T00:50:00.000Z',
      'urge-1 2025-10-09T00:50:00.000Z',
      'escalate-5 2025-10-14T00:50:00.000Z',
      'propose-10 2025-10-21T00:50:00.000Z',
    ]);
  });

  it('does not make up for reminders that lie before the arming', () => {
    expect(shown(plan([limit('2025-10-10')], '2025-10-10T00:50:00.000Z'))[0]).toBe('due 2025-10-10T00:50:00.000Z');
    // Given in the morning for the same day: nothing to tell until it is late.
    expect(shown(plan([limit('2025-10-10')], '2025-10-10T00:50:00.001Z'))).toEqual([
      'urge-1 2025-10-11T00:50:00.000Z',
      'escalate-5 2025-10-16T00:50:00.000Z',
      'propose-10 2025-10-23T00:50:00.000Z',
    ]);
  });

  it('counts from the day of the arming where the due day has passed by then', () => {
    // Armed in the night of Monday 2025-10-13: that day is told of in the morning, and the ladder climbs from it.
    expect(shown(plan([limit('2025-10-10')], '2025-10-13T03:00:00+08:00'))).toEqual([
      'due 2025-10-13T00:50:00.000Z',
      'urge-1 2025-10-14T00:50:00.000Z',
      'escalate-5 2025-10-20T00:50:00.000Z',
      'propose-10 2025-10-27T00:50:00.000Z',
    ]);
    // In the afternoon its morning has passed: the first word comes on the next working day.
    expect(shown(plan([limit('2024-03-01')], '2025-10-13T07:00:00Z'))).toEqual([
      'urge-1 2025-10-14T00:50:00.000Z',
      'escalate-5 2025-10-20T00:50:00.000Z',
      'propose-10 2025-10-27T00:50:00.000Z',
    ]);
  });

  it('plans no rung beyond the calendar, and those that are on it', () => {
    expect(shown(plan([limit('2999-12-31')], '2025-10-13T00:00:00Z')).map((rung) => rung.split(' ')[0])).toEqual([
      'remind-7',
      'remind-3',
      'due',
    ]);
    expect(shown(plan([limit('1900-01-01')], '1900-01-01T00:00:00Z')).length).toBeGreaterThan(0);
  });

  it('gives a moved due day, another climb, another lane and a reopened task timers of their own', () => {
    const ids = (due: string, change: Partial<OpenLimit> = {}, round = 1) =>
      plan([limit(due, change)], '2025-09-01T00:00:00Z', { round }).map((timer) => timer.timerId);
    const all = [
      ...ids('2025-10-10'),
      ...ids('2025-10-13'),
      ...ids('2025-10-10', { climb: 2 }),
      ...ids('2025-10-10', { lane: 'u2' }),
      ...ids('2025-10-10', {}, 2),
    ];
    expect(new Set(all).size).toBe(all.length);
  });

  it('arms each limit from its own moment', () => {
    const weekly = limit('2025-09-12', { limitId: 'l2', period: '2025-W37', armedAt: '2025-09-08T00:05:00+08:00' });
    const timers = plan([limit('2025-10-10'), weekly], '2025-03-01T00:00:00Z');
    expect(shown(timers.filter((timer) => timer.limitId === 'l2'))).toEqual([
      'remind-3 2025-09-09T00:50:00.000Z',
      'due 2025-09-12T00:50:00.000Z',
      'urge-1 2025-09-15T00:50:00.000Z',
      'escalate-5 2025-09-19T00:50:00.000Z',
      'propose-10 2025-09-26T00:50:00.000Z',
    ]);
    expect(timers).toHaveLength(11);
  });

  it('is empty without open limits', () => {
    expect(plan([], '2025-01-01T00:00:00Z')).toEqual([]);
  });
});

describe('any plan of timers', () => {
  const anyMoment = fc
    .tuple(anyDay, fc.integer({ min: 0, max: 86_399_999 }))
    .map(([day, millis]) => instantText(Date.parse(`${day}T00:00:00Z`) + millis));
  const anyLimits = fc
    .array(anyDay, { minLength: 1, maxLength: 5 })
    .map((days) => days.map((due, index) => limit(due, { limitId: `l${String(index)}` })));

  it('is sorted, has no rung before the arming, none twice, and for a late limit none of lateness on the day of the arming', () => {
    fc.assert(
      fc.property(anyCalendar, anyLimits, anyMoment, (calendar, limits, armedAt) => {
        const timers = plan(limits, armedAt, { calendar });
        const moments = timers.map((timer) => timer.fireAt);
        expect(moments).toEqual([...moments].sort());
        expect(moments.every((moment) => moment >= armedAt)).toBe(true);
        expect(new Set(timers.map((timer) => timer.timerId)).size).toBe(timers.length);
        for (const { limitId, due } of limits) {
          const own = timers.filter((timer) => timer.limitId === limitId);
          expect(own.every((timer) => isWorkingDay(dayInShanghai(timer.fireAt), calendar))).toBe(true);
          const began = dayInShanghai(armedAt);
          const late = own.filter(({ kind }) => kind === 'urge' || kind === 'escalate');
          expect(late.every((timer) => dayInShanghai(timer.fireAt) > (due < began ? began : due))).toBe(true);
          expect(late.map(({ rungId }) => rungId)).toEqual(['urge-1', 'escalate-5']);
        }
      }),
    );
  });

  it('does not depend on the order of the limits', () => {
    fc.assert(
      fc.property(anyLimits, anyMoment, (limits, armedAt) => {
        expect(plan([...limits].reverse(), armedAt)).toEqual(plan(limits, armedAt));
      }),
    );
  });

  it('moves every rung by one working day when the due day moves by one', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, (calendar, someDay) => {
        const due = rollForward(someDay, calendar);
        const before = plan([limit(due)], 0, { calendar });
        const after = plan([limit(addWorkingDays(due, 1, calendar))], 0, { calendar });
        expect(after.map((timer) => timer.fireAt)).toEqual(
          before.map((timer) => shanghaiInstant(addWorkingDays(dayInShanghai(timer.fireAt), 1, calendar), '08:50')),
        );
      }),
    );
  });

  it('gives a due day that is off the reminders of the working day before it', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, (calendar, due) => {
        fc.pre(!isWorkingDay(due, calendar));
        const moments = (day: string) => plan([limit(day)], 0, { calendar }).map((timer) => timer.fireAt);
        expect(moments(due)).toEqual(moments(workingDaysBefore(due, 1, calendar)));
      }),
    );
  });

  it('arming later never brings a rung forward, and before the due day only takes rungs away', () => {
    fc.assert(
      fc.property(anyDay, anyMoment, anyMoment, (due, one, other) => {
        const [early, late] = one < other ? [one, other] : [other, one];
        const first = new Map(plan([limit(due)], early).map(({ rungId, fireAt }) => [rungId, fireAt]));
        for (const { rungId, fireAt } of plan([limit(due)], late)) {
          const before = first.get(rungId);
          expect(before === undefined ? '' : fireAt >= before).not.toBe(false);
          if (dayInShanghai(late) <= due) expect(fireAt).toBe(before);
        }
      }),
    );
  });
});
