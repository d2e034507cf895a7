import { calendarYearOf, compileCalendar, type CompiledCalendar, type Day, type WorkCalendar } from '..';

/**
 * The State Council's arrangements for 2025 and 2026 (国办发明电〔2024〕12号, 〔2025〕7号), written down by hand from the notices so
 * that the vectors do not rest on the package that the program takes its years from. For the tests of this and other rooms.
 */
export const CHINA_2025_2026: WorkCalendar = {
  version: 'test-2025-2026',
  region: 'CN',
  years: {
    '2025': calendarYearOf(
      2025,
      [
        '2025-01-01',
        ...days('2025-01-28', '2025-01-31'),
        ...days('2025-02-01', '2025-02-04'),
        ...days('2025-04-04', '2025-04-06'),
        ...days('2025-05-01', '2025-05-05'),
        '2025-05-31',
        ...days('2025-06-01', '2025-06-02'),
        ...days('2025-10-01', '2025-10-08'),
      ],
      ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
    ),
    '2026': calendarYearOf(
      2026,
      [
        ...days('2026-01-01', '2026-01-03'),
        ...days('2026-02-15', '2026-02-23'),
        ...days('2026-04-04', '2026-04-06'),
        ...days('2026-05-01', '2026-05-05'),
        ...days('2026-06-19', '2026-06-21'),
        ...days('2026-09-25', '2026-09-27'),
        ...days('2026-10-01', '2026-10-07'),
      ],
      ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
    ),
  },
};

/** `CHINA_2025_2026`, compiled. */
export const CHINA: CompiledCalendar = compileCalendar(CHINA_2025_2026);

/** Days of one month, both ends included. */
function days(from: Day, to: Day): Day[] {
  const first = Number(from.slice(8));
  const count = Number(to.slice(8)) - first + 1;
  return Array.from({ length: count }, (_, index) => `${from.slice(0, 8)}${String(first + index).padStart(2, '0')}`);
}
