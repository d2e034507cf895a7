import { isWorkingDay } from '#domain';
import { CONTINUITY, MemoryEventStore, olderLog, type StoredEvent } from '#event-store';
import { PEOPLE, SAMPLE_CALENDAR, TASK_ID } from '../../../domain/testing';
import { EngineLab } from '../../testing';
import { CalendarSource } from '../rules/calendar-source';

const TO_ASSIGNED = ['task.draft', 'task.confirm', 'task.hang', 'task.assign'] as const;

/** A log at which somebody pulls the rug away at the next look at a ledger. */
class ShakyStore extends MemoryEventStore {
  onNextLedger: (() => void) | null = null;

  override async readStream(stream: string, fromRevision?: number, limit?: number): Promise<StoredEvent[]> {
    const act = stream.startsWith('ledger-') ? this.onNextLedger : null;
    if (act) this.onNextLedger = null;
    act?.();
    return super.readStream(stream, fromRevision, limit);
  }
}

describe('commands on a log that becomes an older one', () => {
  let store: ShakyStore;
  let lab: EngineLab;

  beforeEach(async () => {
    store = new ShakyStore();
    lab = await EngineLab.open({ store });
    await lab.furnish();
  });
  afterEach(() => lab.close());

  function becomes(copy: readonly StoredEvent[]): void {
    store.writing.stop(CONTINUITY, olderLog());
    store.restore(copy);
    store.writing.clear(CONTINUITY);
  }

  it('are refused with LOG.OLDER while writing is stopped, whatever the rules would say', async () => {
    await lab.through(TASK_ID, ...TO_ASSIGNED);
    store.writing.stop(CONTINUITY, olderLog());
    await expect(lab.usually('task.accept', TASK_ID)).rejects.toMatchObject({ code: 'LOG.OLDER' });
    await expect(lab.usually('task.verify', TASK_ID)).rejects.toMatchObject({ code: 'LOG.OLDER' });
    store.writing.clear(CONTINUITY);
    await expect(lab.usually('task.verify', TASK_ID)).rejects.toMatchObject({ code: 'TASK.STEP_NOT_OPEN' });
  });

  it('are decided on what this log holds, whatever was known before', async () => {
    await lab.through(TASK_ID, ...TO_ASSIGNED);
    const copy = store.copy();
    await lab.through(TASK_ID, 'task.accept', 'task.report');
    becomes(copy);
    expect(await lab.usually('task.accept', TASK_ID)).toMatchObject({ events: ['lane.accepted'] });
  });

  it('are decided again when the past changes between the decision and the append', async () => {
    await lab.through(TASK_ID, ...TO_ASSIGNED);
    const copy = store.copy();
    await lab.usually('task.decline', TASK_ID);
    const declined = store.copy();
    becomes(copy);
    await lab.usually('task.accept', TASK_ID);
    // Another process, which has read that the task is accepted; in the other past it is declined at the same revision.
    const other = await EngineLab.open({ store }, 'other');
    store.onNextLedger = () => becomes(declined);
    await expect(other.usually('task.report', TASK_ID)).rejects.toMatchObject({ code: 'TASK.LANE_DECLINED' });
    await other.close();
  });

  it('go by the calendars of this log', async () => {
    const calendars = lab.module.get(CalendarSource, { strict: false });
    const publish = (off: readonly string[]) => {
      const years = { '2025': { ...SAMPLE_CALENDAR.years['2025'], off, work: [], provisional: false } };
      const calendar = { ...SAMPLE_CALENDAR, version: 'own', years };
      return lab.does('calendar.publish', null, { calendar }, { by: PEOPLE.systemAdministrator });
    };
    const works = async (day: string) =>
      isWorkingDay(day, (await calendars.ofVersion('own')) ?? (await calendars.inForce()));
    const copy = store.copy();
    await publish(['2025-03-04']);
    expect([await works('2025-03-04'), await works('2025-03-05')]).toEqual([false, true]);
    becomes(copy);
    await publish(['2025-03-05']);
    expect([await works('2025-03-04'), await works('2025-03-05')]).toEqual([true, false]);
    expect(await calendars.inForce()).toEqual(await calendars.ofVersion('own'));
  });
});
