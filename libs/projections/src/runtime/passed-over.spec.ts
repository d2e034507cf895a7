import { randomUUID } from 'node:crypto';
import { MemoryEventStore, type Position, type StoredEvent } from '#event-store';
import { LogWriter } from '../../testing';
import { PassedOver } from './passed-over';

/** A log in memory that counts what is read. */
class CountedLog extends MemoryEventStore {
  read = 0;

  override async readAll(after: Position | null, limit: number): Promise<StoredEvent[]> {
    const events = await super.readAll(after, limit);
    this.read += events.length;
    return events;
  }
}

describe('a projection whose checkpoint is behind', () => {
  const units = { name: 'units', categories: new Set(['unit']) };
  let log: CountedLog;
  let passedOver: PassedOver;

  beforeEach(() => {
    log = new CountedLog();
    passedOver = new PassedOver(log);
  });

  const write = (category: string): Promise<Position> =>
    new LogWriter(log).write(`${category}-${randomUUID()}`, { type: 'spec.event', data: {} });

  it('lacks nothing when no event after the checkpoint concerns it', async () => {
    const checkpoint = await write('unit');
    await write('task');
    const head = await write('task');
    expect(await passedOver.isComplete(units, checkpoint, head)).toBe(true);
    expect(await passedOver.isComplete(units, null, head)).toBe(false);
  });

  it('lacks an event that concerns it, and none that was written after the position asked for', async () => {
    const checkpoint = await write('task');
    const asked = await write('task');
    const later = await write('unit');
    expect(await passedOver.isComplete(units, checkpoint, asked)).toBe(true);
    expect(await passedOver.isComplete(units, checkpoint, later)).toBe(false);
    expect(await passedOver.isComplete(units, later, later)).toBe(true);
  });

  it('is looked at once for the same stretch of the log', async () => {
    for (let count = 0; count < 5; count += 1) await write('task');
    const missing = await write('unit');
    expect(await passedOver.isComplete(units, null, missing)).toBe(false);
    const { read } = log;
    expect(await passedOver.isComplete(units, null, missing)).toBe(false);
    expect(log.read - read).toBe(1);
  });
});
