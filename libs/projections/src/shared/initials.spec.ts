import { initialsOf } from './initials';

describe('pinyin initials', () => {
  it.each([
    ['市卫健委', 'swjw'],
    ['国务院办公厅', 'gwybgt'],
    ['重庆市', 'cqs'],
    ['长江行政审批局', 'cjxzspj'],
    ['中国银行', 'zgyh'],
    ['推进ＤＲＧ付费改革（试点）', 'tjdrgffggsd'],
    ['绿春县2号', 'lcx2h'],
    ['、——', ''],
    ['', ''],
  ])('of %s are %s', (text, initials) => {
    expect(initialsOf(text)).toBe(initials);
  });

  it('are those of the beginning of a very long text', () => {
    expect(initialsOf('医'.repeat(500))).toHaveLength(60);
  });
});
