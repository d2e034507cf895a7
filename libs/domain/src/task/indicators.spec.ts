import { anIndicator } from '../../testing';
import { indicatorsSchema, MAX_MEASURE, readingSchema } from './task.parts';

const faultOf = (change: Parameters<typeof anIndicator>[1]) =>
  indicatorsSchema.safeParse([anIndicator('I1', change)]).error?.issues.map(({ path, message, code }) => ({
    at: path.join('.'),
    why: code === 'custom' ? message : code,
  })) ?? [];

describe('the targets of a task', () => {
  it('are exact unless they say that they are approximate', () => {
    const { approximate: _left, ...bare } = anIndicator('I1');
    expect(indicatorsSchema.parse([bare])).toMatchObject([{ approximate: false }]);
    expect(indicatorsSchema.parse([{ ...bare, approximate: true }])).toMatchObject([{ approximate: true }]);
  });

  it.each([
    [90, 10],
    [10, 10],
    [10, null],
  ])('refuse a range from %s to %s with TASK.RANGE_REVERSED', (value, max) => {
    expect(faultOf({ op: 'range', value, max })).toEqual([{ at: '0', why: 'TASK.RANGE_REVERSED' }]);
  });

  it('take a range from its lower end to its upper one, and an upper end with no other target', () => {
    expect(faultOf({ op: 'range', value: 10, max: 90 })).toEqual([]);
    expect(faultOf({ op: '>=', value: 10, max: 90 })).toEqual([{ at: '0', why: 'TASK.RANGE_REVERSED' }]);
  });

  it.each([1e308, -1e308, MAX_MEASURE * 1.01, Infinity, NaN])('state no figure like %d, nor do readings', (figure) => {
    expect(faultOf({ value: figure })).not.toEqual([]);
    expect(faultOf({ op: 'range', value: 1, max: figure })).not.toEqual([]);
    const reading = { indicatorId: 'I1', value: figure, readOn: '2025-03-03' };
    expect(readingSchema.safeParse(reading).success).toBe(false);
    expect(readingSchema.safeParse({ ...reading, value: MAX_MEASURE }).success).toBe(true);
  });
});
