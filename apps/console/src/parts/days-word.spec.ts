import { daysWord, isOver } from './days-word';

describe('working days until a day', () => {
  // 2026-09-18 is a Friday.
  it.each([
    ['on the day itself', '2026-09-18', '2026-09-18', 0, '今日到期', false],
    ['on the Saturday after it', '2026-09-18', '2026-09-19', 0, '已逾期', true],
    ['on the Saturday before a Sunday', '2026-09-20', '2026-09-19', 0, '休息日内到期', false],
    ['before it', '2026-09-18', '2026-09-16', 2, '还有 2 个工作日', false],
    ['after it', '2026-09-18', '2026-09-22', -2, '逾期 2 个工作日', true],
  ] as const)('are told %s', (_when, due, on, days, word, late) => {
    expect([daysWord(days, due, on), isOver(days, due, on)]).toEqual([word, late]);
  });

  it('follow the lamp where the page shows a former day', () => {
    expect(daysWord(0, '2020-09-18', '2026-09-18', false)).toBe('今日到期');
  });
});
