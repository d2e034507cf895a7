import { type CalendarYear } from '#domain';
import {
  changesOf,
  holidaysOf,
  isPublished,
  kindOf,
  madeWorkOf,
  nextVersion,
  readVersion,
  rebased,
  toggled,
  weeksOf,
  workingDaysOf,
} from './calendar-edit';

const entry: CalendarYear = {
  off: ['2026-01-01', '2026-01-02', '2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'],
  work: ['2026-01-04', '2026-10-10'],
  provisional: false,
};

describe('a year of the working calendar', () => {
  test('a day is what it is', () => {
    const kinds = ['2026-01-01', '2026-01-03', '2026-01-04', '2026-01-05'].map((day) => kindOf(day, entry));
    expect(kinds).toEqual(['off', 'weekend', 'made-work', 'work']);
  });

  test('a touched day turns round, and back', () => {
    for (const day of ['2026-01-01', '2026-01-03', '2026-01-04', '2026-01-05']) {
      const once = toggled(entry, day);
      expect(changesOf(entry, once).map((change) => change.day)).toEqual([day]);
      expect(changesOf(entry, toggled(once, day))).toEqual([]);
    }
    expect(changesOf(entry, toggled(entry, '2026-01-05'))).toEqual([{ day: '2026-01-05', kind: 'off' }]);
  });

  test('changes made in a year that others have published meanwhile leave theirs as they are', () => {
    const mine = toggled(entry, '2026-12-31');
    const theirs = toggled(entry, '2026-12-30');
    expect(changesOf(theirs, rebased(entry, mine, theirs))).toEqual([{ day: '2026-12-31', kind: 'off' }]);
    expect(rebased(entry, mine, mine)).toEqual(mine);
    expect(rebased(entry, entry, { ...theirs, provisional: true })).toEqual({ ...theirs, provisional: true });
    const settled = { ...entry, provisional: false };
    const open = { ...entry, provisional: true };
    expect(rebased(open, settled, open).provisional).toBe(false);
  });

  test('holidays are runs with their weekends', () => {
    expect(holidaysOf(entry, 2026, 1)).toEqual([{ from: '2026-01-01', to: '2026-01-03', days: 3 }]);
    expect(holidaysOf(entry, 2026, 10)).toEqual([{ from: '2026-10-01', to: '2026-10-07', days: 7 }]);
    expect(holidaysOf(entry, 2026, 3)).toEqual([]);
    expect(madeWorkOf(entry, 2026, 10)).toEqual(['2026-10-10']);
  });

  test('months stand in weeks from Monday', () => {
    const weeks = weeksOf(2026, 2);
    expect(weeks[0]).toEqual([null, null, null, null, null, null, '2026-02-01']);
    expect(weeks.flat().filter((day) => day !== null)).toHaveLength(28);
    expect(weeks.every((week) => week.length === 7)).toBe(true);
    expect(weeksOf(2024, 2).flat()).toContain('2024-02-29');
    expect(weeksOf(2026, 12).flat()).toContain('2026-12-31');
  });

  test('working days of a year are counted', () => {
    expect(workingDaysOf({ off: [], work: [], provisional: true }, 2026)).toBe(261);
    expect(workingDaysOf(entry, 2026)).toBe(261 - 7 + 2);
  });

  test('a version is never named twice', () => {
    expect(nextVersion('CN', '2026-11-21', 'chinese-days-1.5.7-2026')).toBe('CN-2026-11-21-1');
    expect(nextVersion('CN', '2026-11-21', 'CN-2026-11-21-9')).toBe('CN-2026-11-21-10');
    expect(nextVersion('CN', '2026-11-22', 'CN-2026-11-21-9')).toBe('CN-2026-11-22-1');
  });

  test('a version tells where it comes from', () => {
    expect(isPublished('chinese-days-1.5.7-2026')).toBe(false);
    expect(readVersion('chinese-days-1.5.7-2026')).toBeNull();
    expect(readVersion('CN-2026-11-21-2')).toEqual({ day: '2026-11-21', number: 2 });
    expect(readVersion('special')).toBeNull();
  });
});
