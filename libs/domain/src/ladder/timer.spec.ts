import fc from 'fast-check';
import { type RungIdentity, rungKeyOf, timerIdOf } from '.';

const part = fc.oneof(
  fc.string({ maxLength: 6 }),
  fc.string({ unit: fc.constantFrom('_', '-', 'a', '5', 'f', ':', '甲'), maxLength: 6 }),
);
const rung: fc.Arbitrary<RungIdentity> = fc.record({
  round: fc.integer({ min: 1, max: 3 }),
  climb: fc.integer({ min: 1, max: 3 }),
  lane: part,
  limitId: part,
  period: fc.option(fc.constantFrom('2021-Q3', '2021-Q4')),
  rungId: fc.constantFrom('due', 'urge-1'),
  due: fc.constantFrom('2021-09-30', '2021-12-31'),
});

describe('timer id', () => {
  const given = {
    round: 1,
    climb: 2,
    lane: 'u-3',
    limitId: 'l-2',
    period: '2021-Q3',
    rungId: 'urge-1',
    due: '2021-09-30',
  };

  it('reads as what it stands for: the task, then the key of the rung', () => {
    expect(rungKeyOf(given)).toBe('1__2__u-3__l-2__2021-Q3__urge-1__2021-09-30');
    expect(timerIdOf('t-1', rungKeyOf(given))).toBe('t-1__1__2__u-3__l-2__2021-Q3__urge-1__2021-09-30');
    expect(timerIdOf('t-1', rungKeyOf({ ...given, period: null }))).toBe(
      't-1__1__2__u-3__l-2__once__urge-1__2021-09-30',
    );
  });

  it('is one per task and rung, in letters that queues take', () => {
    fc.assert(
      fc.property(part, rung, part, rung, (oneTask, one, otherTask, other) => {
        expect(timerIdOf(oneTask, rungKeyOf(one))).toMatch(/^[A-Za-z0-9_-]+$/);
        const same = JSON.stringify([oneTask, one]) === JSON.stringify([otherTask, other]);
        expect(timerIdOf(oneTask, rungKeyOf(one)) === timerIdOf(otherTask, rungKeyOf(other))).toBe(same);
      }),
      { numRuns: 2_000 },
    );
  });
});
