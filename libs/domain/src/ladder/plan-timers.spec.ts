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
import { DEFAULT_LADDER, planTimers, type Ladder, type OpenLimit, type TimerPlanInput } from '.';

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
    ladder: DEFAULT_LADDER,
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
    ]);
  });

  it('does not make up for reminders that lie before the arming', () => {
    expect(shown(plan([limit('2025-10-10')], '2025-10-10T00:50:00.000Z'))[0]).toBe('due 2025-10-10T00:50:00.000Z');
    // Given in the morning for the same day: nothing to tell until it is late.
    expect(shown(plan([limit('2025-10-10')], '2025-10-10T00:50:00.001Z'))).toEqual([
      'urge-1 2025-10-11T00:50:00.000Z',
      'escalate-5 2025-10-16T00:50:00.000Z',
    ]);
  });

  it('fires one late rung at the arming of a limit that is late already, the highest that has passed', () => {
    expect(shown(plan([limit('2025-10-10')], '2025-10-13T03:00:00+08:00'))).toEqual([
      'urge-1 2025-10-12T19:00:00.000Z',
      'escalate-5 2025-10-16T00:50:00.000Z',
    ]);
    expect(shown(plan([limit('2024-03-01')], '2025-10-13T03:00:00Z'))).toEqual(['escalate-5 2025-10-13T03:00:00.000Z']);
    // Late, but the first rung of lateness is still to come.
    expect(shown(plan([limit('2025-10-10')], '2025-10-11T00:00:00Z'))[0]).toBe('urge-1 2025-10-11T00:50:00.000Z');
  });

  it('never makes up for a proposal of criticism', () => {
    const ladder: Ladder = {
      version: 'with-proposal',
      rungs: [...DEFAULT_LADDER.rungs, { rungId: 'propose-10', kind: 'propose', offsetWorkingDays: 10, at: '09:10' }],
    };
    expect(shown(plan([limit('2025-03-03')], '2025-09-01T01:00:00Z', { ladder }))).toEqual([
      'escalate-5 2025-09-01T01:00:00.000Z',
    ]);
    expect(shown(plan([limit('2025-03-03')], '2025-03-10T06:00:00Z', { ladder })).at(-1)).toBe(
      'propose-10 2025-03-17T01:10:00.000Z',
    );
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
    ]);
    expect(timers).toHaveLength(9);
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

  it('is sorted, has no rung before the arming, none twice and one late rung per limit at most', () => {
    fc.assert(
      fc.property(anyCalendar, anyLimits, anyMoment, (calendar, limits, armedAt) => {
        const timers = plan(limits, armedAt, { calendar });
        const moments = timers.map((timer) => timer.fireAt);
        expect(moments).toEqual([...moments].sort());
        expect(moments.every((moment) => moment >= armedAt)).toBe(true);
        expect(new Set(timers.map((timer) => timer.timerId)).size).toBe(timers.length);
        for (const { limitId, due } of limits) {
          const own = timers.filter((timer) => timer.limitId === limitId);
          const scheduled = own.filter((timer) => timer.fireAt.endsWith('T00:50:00.000Z'));
          expect(scheduled.every((timer) => isWorkingDay(dayInShanghai(timer.fireAt), calendar))).toBe(true);
          const late = own.filter((timer) => timer.fireAt === armedAt && !scheduled.includes(timer));
          expect(late.length).toBeLessThanOrEqual(1);
          if (dayInShanghai(armedAt) <= due) expect(late).toEqual([]);
          else expect(own.some((timer) => timer.rungId === 'escalate-5')).toBe(true);
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

  it('arming later only takes rungs away, but for the one late rung', () => {
    fc.assert(
      fc.property(anyDay, anyMoment, anyMoment, (due, one, other) => {
        const [early, late] = one < other ? [one, other] : [other, one];
        const first = plan([limit(due)], early);
        const second = plan([limit(due)], late);
        const kept = second.filter((timer) => timer.fireAt !== late);
        expect(first).toEqual(expect.arrayContaining(kept));
      }),
    );
  });
});
