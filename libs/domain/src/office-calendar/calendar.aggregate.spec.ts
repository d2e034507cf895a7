import { NO_FACTS, PEOPLE, SAMPLE_CALENDAR, Story } from '../../testing';
import { AGGREGATES } from '..';

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

  it('refuses days that would shift every count after them without a sign', () => {
    const years = { '2025': { off: ['2025-03-08'], work: [], provisional: false } };
    none.when('calendar.publish', { calendar: { ...SAMPLE_CALENDAR, years } }).thenInvalid('calendar.years.2025.off.0');
  });
});
