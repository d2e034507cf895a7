import fc from 'fast-check';
import { timerIdOf, type TimerIdentity } from '.';

const part = fc.oneof(
  fc.string({ maxLength: 6 }),
  fc.string({ unit: fc.constantFrom('_', '-', 'a', '5', 'f', ':', '甲'), maxLength: 6 }),
);
const identity: fc.Arbitrary<TimerIdentity> = fc.record({
  taskId: part,
  cycle: fc.integer({ min: 1, max: 3 }),
  limitId: part,
  period: fc.option(fc.constantFrom('2021-Q3', '2021-Q4')),
  rungId: fc.constantFrom('due', 'urge-1'),
  due: fc.constantFrom('2021-09-30', '2021-12-31'),
});

describe('timer id', () => {
  it('reads as what it stands for', () => {
    const given = { taskId: 't-1', cycle: 1, limitId: 'l-2', period: '2021-Q3', rungId: 'urge-1', due: '2021-09-30' };
    expect(timerIdOf(given)).toBe('t-1__1__l-2__2021-Q3__urge-1__2021-09-30');
    expect(timerIdOf({ ...given, period: null })).toBe('t-1__1__l-2__once__urge-1__2021-09-30');
  });

  it('is one per identity, in letters that queues take', () => {
    fc.assert(
      fc.property(identity, identity, (one, other) => {
        expect(timerIdOf(one)).toMatch(/^[A-Za-z0-9_-]+$/);
        expect(timerIdOf(one) === timerIdOf(other)).toBe(JSON.stringify(one) === JSON.stringify(other));
      }),
      { numRuns: 2_000 },
    );
  });
});
