import { MemoryEventStore, placeOf } from '#event-store';
import { taskIn } from '../../../domain/testing';
import { LogWriter } from '../../testing';
import { batchOf } from './event-batch';
import { type LogEntry, toLogEntry } from './log-entry';

describe('the batch of a projector of tasks', () => {
  const ofTasks = new Set(['task']);
  let log: MemoryEventStore;
  let writer: LogWriter;

  beforeEach(() => {
    log = new MemoryEventStore();
    writer = new LogWriter(log);
  });

  const [drafted] = taskIn('draft').history;
  const write = async (stream: string, event = drafted): Promise<void> => {
    if (event) await writer.write(stream, event);
  };
  const unreadable = (stream: string) => writer.write(stream, { type: 'spec.unheard-of', data: {} });
  const entries = async (): Promise<LogEntry[]> => (await log.readAll(null, 100)).map(toLogEntry);
  const last = async () => {
    const event = (await log.readAll(null, 100)).at(-1);
    return event && placeOf(event);
  };

  it('has its own events and ends with the last event of the log, of whatever kind', async () => {
    await write('task-1');
    await unreadable('unit-1');
    const { wanted, end, unreadable: poison } = batchOf(await entries(), ofTasks);
    expect(wanted.map(({ stream }) => stream)).toEqual(['task-1']);
    expect(end).toEqual(await last());
    expect(poison).toBeNull();
  });

  it('ends before the first of its events that cannot be read', async () => {
    await write('task-1');
    const end = await last();
    await unreadable('task-2');
    await write('task-3');
    expect(batchOf(await entries(), ofTasks)).toMatchObject({
      wanted: [{ stream: 'task-1' }],
      end,
      unreadable: { stream: 'task-2' },
    });
  });

  it('has no end when its first event cannot be read', async () => {
    await unreadable('task-1');
    expect(batchOf(await entries(), ofTasks)).toMatchObject({
      wanted: [],
      end: null,
      unreadable: { stream: 'task-1' },
    });
  });
});
