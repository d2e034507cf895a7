import { stepOf } from './step';

describe('the step of a replay', () => {
  it.each([
    ['0', 5, 0],
    ['4', 5, 4],
    ['9', 5, 4],
    ['-1', 5, 0],
    ['1.5', 5, 4],
    ['', 5, 4],
    ['x', 5, 4],
    [null, 5, 4],
    ['3', 0, 0],
  ] as const)('%j of %i is %i', (text, total, step) => expect(stepOf(text, total)).toBe(step));
});
