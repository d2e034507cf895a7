import { type Figures } from './closed-share';
import { notesOf } from './sum-notes';

const figures = (total: number): Figures => ({
  total,
  normal: total,
  near: 0,
  late: 0,
  suspended: 0,
  closed: 0,
  terminated: 0,
  voided: 0,
  draft: 0,
});
const ofUnits = (...totals: number[]) =>
  totals.map((total, index) => ({ unit: { unitId: String(index), name: String(index) }, ...figures(total) }));

const TWICE = '牵头单位不止一个的任务在各单位分别计数，合计只计一次。';
const WITHOUT = '还没有确定牵头单位的任务不在上表中。';

describe('the notes below the table of units', () => {
  it.each([
    ['each task has one lead', ofUnits(2, 1), 0, 3, []],
    ['one of them has two', ofUnits(2, 2), 1, 3, [TWICE]],
    ['one has none', ofUnits(2), 0, 3, [WITHOUT]],
    ['one has two and one none, so that the lines add up all the same', ofUnits(2, 1), 1, 3, [TWICE, WITHOUT]],
  ])('say why the lines are not the sum where %s', (_what, byUnit, countedAgain, total, notes) => {
    const bySection = [{ section: '', ...figures(total) }];
    expect(notesOf({ byUnit, bySection, countedAgain })).toEqual(notes);
  });
});
