import { type EventStore, MemoryEventStore, type StoredEvent } from '#event-store';
import { AlteredEventStore } from '../../../event-store/testing/altered-event-store';
import { LEDGER_ID, PEOPLE, SAMPLE_CALENDAR, TASK_ID, testId } from '../../../domain/testing';
import { EngineLab, TO_UNDERWAY } from '../../testing';
import { CalendarSource, calendarIdOf, DEFAULT_REGION } from '../rules/calendar-source';

const TASK = `task-${TASK_ID}`;
const OTHER_TASK_ID = testId(0x402);
const SYSTEM = { by: PEOPLE.systemAdministrator };

/** An engine that starts on a log in which somebody has changed events: it remembers nothing from before. */
describe('a broken stream', () => {
  let store: MemoryEventStore;
  let lab: EngineLab;
  const labs: EngineLab[] = [];

  beforeEach(async () => {
    store = new MemoryEventStore();
    lab = await open(store);
    await lab.furnish();
    await lab.through(TASK_ID, ...TO_UNDERWAY);
    await lab.through(OTHER_TASK_ID, ...TO_UNDERWAY);
  });
  afterEach(() => Promise.all(labs.splice(0).map((each) => each.close())));

  async function open(log: EventStore): Promise<EngineLab> {
    const opened = await EngineLab.open({ store: log }, `lab ${labs.length}`);
    labs.push(opened);
    return opened;
  }

  const onAltered = (alter: (event: StoredEvent) => StoredEvent | undefined) =>
    open(new AlteredEventStore(store, { alter }));

  const changed = (stream: string, revision: number, over: Partial<StoredEvent>) => (event: StoredEvent) =>
    event.stream === stream && event.revision === revision ? { ...event, ...over } : event;

  it.each([
    [
      'was changed so that it still reads',
      changed(TASK, 2, { metadata: { commandId: 'x' } }),
      '第 2 号事件的内容与封签不符',
    ],
    ['was changed so that it cannot be read', changed(TASK, 2, { data: { title: 7 } }), '第 2 号事件的内容与封签不符'],
    [
      'was cut at its beginning',
      (event: StoredEvent) => (event.stream === TASK && event.revision === 0 ? undefined : event),
      '缺少第 0 号事件',
    ],
  ])('that %s takes no command, names itself, and lets all others go on', async (_how, alter, words) => {
    const other = await onAltered(alter);
    const refused = other.usually('task.report', TASK_ID);
    await expect(refused).rejects.toMatchObject({ code: 'LOG.INTEGRITY' });
    await expect(refused).rejects.toThrow(words);
    await expect(refused).rejects.toThrow(TASK);
    await expect(other.usually('task.report', OTHER_TASK_ID)).resolves.toMatchObject({ events: ['lane.reported'] });
  });

  it('that is a ledger’s keeps back the tasks of that ledger, and no other ledger', async () => {
    const other = await onAltered(changed(`ledger-${LEDGER_ID}`, 0, { data: {} }));
    await expect(other.usually('task.report', TASK_ID)).rejects.toMatchObject({ code: 'LOG.INTEGRITY' });
    const ledger = { name: '另一本', code: 'LY', closingPrefix: '销' };
    await expect(other.does('ledger.create', testId(0x4e01), ledger)).resolves.toMatchObject({ revision: 0 });
  });

  it('that is the calendar’s leaves the calendar before the break in force, and takes no new one', async () => {
    const calendarId = calendarIdOf(DEFAULT_REGION);
    const publish = (to: EngineLab, version: string) =>
      to.does('calendar.publish', calendarId, { calendar: { ...SAMPLE_CALENDAR, version } }, SYSTEM);
    await publish(lab, '2025-1');
    await publish(lab, '2025-2');
    const other = await onAltered(changed(`calendar-${calendarId}`, 1, { data: {} }));
    const calendars = other.module.get(CalendarSource, { strict: false });
    expect((await calendars.inForce()).version).toBe('2025-1');
    expect((await calendars.ofVersion('2025-1'))?.version).toBe('2025-1');
    await expect(other.usually('task.report', TASK_ID)).resolves.toMatchObject({ events: ['lane.reported'] });
    await expect(publish(other, '2025-3')).rejects.toMatchObject({ code: 'LOG.INTEGRITY' });
  });
});
