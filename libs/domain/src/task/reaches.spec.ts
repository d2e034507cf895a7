import { anIndicator } from '../../testing';
import { reachesTarget } from './reaches';

describe('whether a value reaches a target', () => {
  it.each([
    ['>=', 35, null, 35, true],
    ['>=', 35, null, 34.9, false],
    ['<=', 10, null, 10, true],
    ['<=', 10, null, 11, false],
    ['=', 5, null, 5, true],
    ['=', 5, null, 5.1, false],
    ['range', 3, 5, 5, true],
    ['range', 3, 5, 5.1, false],
  ] as const)('of %s %d..%s is computed: %d gives %s', (op, value, max, reading, reached) => {
    expect(reachesTarget(anIndicator('I1', { op, value, max }), reading)).toBe(reached);
  });

  it.each([
    ['=', 21, null, 22.4],
    ['=', 21, null, 21],
    ['>=', 21, null, 5],
    ['range', 50, 60, 90],
  ] as const)('(21) of an approximate one is never computed: about %s %d..%s by %d', (op, value, max, reading) => {
    expect(reachesTarget(anIndicator('I1', { op, value, max, approximate: true }), reading)).toBeNull();
  });
});
