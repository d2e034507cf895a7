import { type Staffing } from '#domain';
import { lackOf, lacksAmong, warningsFor, worstLack } from './staffing';

const STAFFING: Readonly<Record<string, Staffing>> = { health: 'able', finance: 'no-head', statistics: 'nobody' };
const staffingOf = (unitId: string): Staffing | null => STAFFING[unitId] ?? 'nobody';
const unit = (unitId: string, name: string) => ({ unitId, name });
const UNITS = [unit('health', '市卫健局'), unit('finance', '市财政局'), unit('statistics', '市统计局')];

describe('units that cannot act by themselves', () => {
  it('are named before they are given a task, with what the office records for them', () => {
    expect(warningsFor(UNITS, staffingOf)).toEqual([
      '市统计局没有可登录的办理人员，签收、填报和申请由督查员代录。',
      '市财政局没有可登录的单位负责人，申请销号由督查员代录。',
    ]);
  });

  it('are counted where they are many, each once', () => {
    const many = Array.from({ length: 7 }, (_, index) => unit(`u${index}`, `第${index + 1}局`));
    expect(warningsFor([...many, ...many], staffingOf)).toEqual([
      '第1局、第2局、第3局、第4局、第5局等 7 个单位没有可登录的办理人员，签收、填报和申请由督查员代录。',
    ]);
  });

  it('are none while nothing is known, and where all can act', () => {
    expect(warningsFor(UNITS, () => null)).toEqual([]);
    expect(lacksAmong(UNITS.slice(0, 1), staffingOf)).toEqual([]);
    expect([worstLack(UNITS, staffingOf), worstLack(UNITS.slice(0, 2), staffingOf)]).toEqual(['nobody', 'no-head']);
    expect([lackOf(staffingOf, 'health'), lackOf(() => null, 'finance')]).toEqual([null, null]);
  });
});
