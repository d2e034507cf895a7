import { addWorkingDays, compileCalendar, LEDGER_ACTS } from '#domain';
import { SAMPLE_CALENDAR } from '../../../domain/testing';
import { practiceImport } from './practice-tasks';

const CALENDAR = compileCalendar(SAMPLE_CALENDAR);
const onDay = (today: string) => practiceImport(today, CALENDAR);
const limitsOf = (today: string) => onDay(today).tasks.flatMap(({ limits }) => limits);

describe('the sample tasks of a practice ledger', () => {
  it('are an import as people send it', () => {
    const parsed = LEDGER_ACTS['ledger.import'].command.safeParse(onDay('2025-03-03'));
    expect(parsed.error).toBeUndefined();
    expect(parsed.data).toEqual(onDay('2025-03-03'));
  });

  it('are three: a dated one, a recurring one, one with an indicator and something left open', () => {
    const [dated, recurring, measured] = onDay('2025-03-03').tasks;
    expect(dated?.limits).toMatchObject([{ due: addWorkingDays('2025-03-03', 15, CALENDAR), recurrence: null }]);
    expect(recurring?.limits).toMatchObject([{ due: null, recurrence: 'monthly' }]);
    expect(measured).toMatchObject({ indicators: [{ op: '>=', value: 75, unit: '%' }], doubts: [{ field: 'limits' }] });
    expect(onDay('2025-03-03').tasks.every(({ leadUnitNames }) => leadUnitNames[0]?.name === '练习甲局')).toBe(true);
  });

  it('quote the day that they are due on, and words that stand in their text', () => {
    for (const { body, limits, indicators } of onDay('2025-03-03').tasks) {
      for (const { sourceText } of [...limits, ...indicators]) expect(body).toContain(sourceText);
    }
    expect(limitsOf('2025-03-03')[0]?.sourceText).toBe('2025年3月24日前');
  });

  it.each([
    ['2025-01-02', '2025-12-31'],
    ['2025-11-16', '2025-12-31'],
    ['2025-11-17', '2026-12-31'],
    ['2025-12-31', '2026-12-31'],
  ])('leave time enough to practise: begun on %s, the year’s goal is due on %s', (today, due) => {
    const [, , measured] = onDay(today).tasks;
    expect(measured?.limits[0]?.due).toBe(due);
    expect(measured?.doubts[0]?.message).toContain(`已按${due.slice(0, 4)}年读取`);
  });

  it('are the same for the same day', () => {
    expect(onDay('2025-03-03')).toEqual(onDay('2025-03-03'));
  });
});
