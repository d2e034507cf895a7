import { targetText } from './target';

const target = { op: '=', value: 21, max: null, unit: '%', approximate: false } as const;

describe('the words of a target', () => {
  test('say comparator, figure and unit', () => {
    expect(targetText(target)).toBe('= 21%');
    expect(targetText({ ...target, op: '>=' })).toBe('≥ 21%');
    expect(targetText({ ...target, op: 'range', value: 50, max: 60 })).toBe('50 至 60%');
  });

  test('say 约 of an approximate one, and never that it is equal', () => {
    const about = { ...target, approximate: true };
    expect(targetText(about)).toBe('约 21%');
    expect(targetText({ ...about, op: '>=' })).toBe('≥ 约 21%');
    expect(targetText({ ...about, op: 'range', value: 50, max: 60 })).toBe('约 50 至 60%');
  });

  test('leave out a figure that is being typed', () => {
    expect(targetText({ ...target, value: null })).toBe('= %');
  });
});
