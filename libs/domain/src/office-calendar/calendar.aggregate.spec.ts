import { NO_FACTS, PEOPLE, SAMPLE_CALENDAR, Story } from '../../testing';
import { AGGREGATES } from '..';
import { addDays, dayOfWeek } from '../calendar';

const { calendar: aggregate } = AGGREGATES;
const none = new Story({ aggregate, acts: aggregate.acts, facts: NO_FACTS, actor: PEOPLE.systemAdministrator });
const version = (name: string) => ({ calendar: { ...SAMPLE_CALENDAR, version: name } });

describe('a region’s calendar', () => {
  it('keeps every version, the last one in force', () => {
    const story = none.after('calendar.publish', version('2025-1')).after('calendar.publish', version('2025-2'));
    expect(story.state?.published.map((calendar) => calendar.version)).toEqual(['2025-1', '2025-2']);
  });

  it('never publishes a version twice: history replays under it', () => {
    const story = none.after('calendar.publish', version('2025-1')).after('calendar.publish', version('2025-2'));
    story.when('calendar.publish', version('2025-1')).then('CALENDAR.VERSION_EXISTS');
    story.when('calendar.publish', version('2025-3')).then(['calendar.published']);
  });

  it('is published with every year: one of 2027 alone had taken the holidays from the years before', () => {
    const year = { off: [], work: [], provisional: false };
    const of = (version: string, ...years: string[]) => ({
      calendar: { ...SAMPLE_CALENDAR, version, years: Object.fromEntries(years.map((each) => [each, year])) },
    });
    const story = none.after('calendar.publish', of('v1', '2025', '2026'));
    story.when('calendar.publish', of('v2', '2027')).then('CALENDAR.YEARS_MISSING');
    story.when('calendar.publish', of('v2', '2025', '2026', '2028')).then('CALENDAR.YEARS_MISSING');
    none.when('calendar.publish', of('v1', '2025', '2027')).then('CALENDAR.YEARS_MISSING');
    story.when('calendar.publish', of('v2', '2024', '2025', '2026', '2027')).then(['calendar.published']);
  });

  it('is refused with weeks of days off: one person had written the lateness of everybody away', () => {
    const weekdays = (from: string, days: number) =>
      Array.from({ length: days * 2 }, (_, index) => addDays(from, index))
        .filter((day) => dayOfWeek(day) <= 5)
        .slice(0, days);
    const withOff = (off: readonly string[]) => ({
      calendar: { ...SAMPLE_CALENDAR, years: { '2025': { off: [...off], work: [], provisional: false } } },
    });
    none.when('calendar.publish', withOff(weekdays('2025-02-03', 10))).then(['calendar.published']);
    none.when('calendar.publish', withOff(weekdays('2025-02-03', 11))).then('CALENDAR.IMPLAUSIBLE');
    const spread = (days: number) =>
      weekdays('2025-01-01', 120).filter((_, index) => index % 2 === 0 && index < days * 2);
    none.when('calendar.publish', withOff(spread(40))).then(['calendar.published']);
    none.when('calendar.publish', withOff(spread(41))).then('CALENDAR.IMPLAUSIBLE');
  });

  it('is the program’s own at the first start, and never again', () => {
    const by = PEOPLE.engine;
    const installed = none.after('calendar.install', version('built-in'), { by });
    installed.when('calendar.install', version('newer'), { by }).then([]);
    expect(installed.state?.published.map((calendar) => calendar.version)).toEqual(['built-in']);
  });

  it('refuses days that would shift every count after them without a sign', () => {
    const years = { '2025': { off: ['2025-03-08'], work: [], provisional: false } };
    none.when('calendar.publish', { calendar: { ...SAMPLE_CALENDAR, years } }).thenInvalid('calendar.years.2025.off.0');
  });
});
