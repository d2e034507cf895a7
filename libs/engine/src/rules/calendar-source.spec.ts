import { PEOPLE, SAMPLE_CALENDAR } from '../../../domain/testing';
import { AwayStore, EngineLab } from '../../testing';
import { States } from '../state/states';
import { CalendarSource, calendarIdOf, DEFAULT_REGION } from './calendar-source';
import { chinaCalendar } from '../calendar/china-calendar';

describe('the calendar in force', () => {
  let time: number;
  let store: AwayStore;
  let lab: EngineLab;
  let calendars: CalendarSource;
  const builtIn = chinaCalendar().version;

  beforeEach(async () => {
    time = 0;
    store = new AwayStore();
    // Another process, which publishes.
    lab = await EngineLab.open({ store });
    calendars = new CalendarSource(new States(store), () => time);
  });
  afterEach(() => lab.close());

  const publish = (version: string) =>
    lab.does(
      'calendar.publish',
      calendarIdOf(DEFAULT_REGION),
      { calendar: { ...SAMPLE_CALENDAR, region: DEFAULT_REGION, version } },
      { by: PEOPLE.systemAdministrator },
    );
  const inForce = async () => (await calendars.inForce()).version;
  const lastKnown = async () => (await calendars.lastKnown()).version;

  it('is the built-in one until one is published; that of another process counts after five seconds', async () => {
    expect([await inForce(), await lastKnown()]).toEqual([builtIn, builtIn]);
    await publish('office-1');
    time = 5_000;
    expect([await inForce(), await lastKnown()]).toEqual([builtIn, builtIn]);
    time = 5_001;
    expect([await lastKnown(), await inForce()]).toEqual(['office-1', 'office-1']);
  });

  it('is for pages the last one known while the log is away, and nothing is decided by that', async () => {
    await publish('office-1');
    expect(await lastKnown()).toBe('office-1');
    time = 6_000;
    store.away = true;
    expect(await lastKnown()).toBe('office-1');
    await expect(calendars.inForce()).rejects.toMatchObject({ code: 'LOG.UNAVAILABLE' });
    await expect(calendars.inForce()).rejects.toMatchObject({ code: 'LOG.UNAVAILABLE' });
    store.away = false;
    await publish('office-2');
    expect(await inForce()).toBe('office-2');
  });

  it('is for pages the built-in one as long as the log has never answered, and the log is left alone for a while', async () => {
    await publish('office-1');
    store.away = true;
    expect([await lastKnown(), await lastKnown()]).toEqual([builtIn, builtIn]);
    store.away = false;
    expect(await lastKnown()).toBe(builtIn);
    time = 5_000;
    expect(await lastKnown()).toBe('office-1');
  });
});
