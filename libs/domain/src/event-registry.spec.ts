import { PEOPLE, readBack, taskIn, UNITS } from '../testing';
import { assertWritable, EVENT_TYPES, type RawEvent, readEvent, UnreadableEvent } from '.';

const history = taskIn('closed').history;
const raw = (change: Partial<RawEvent> = {}): RawEvent => {
  const { eventId, revision, type, metadata, data } = history[3]!;
  return { eventId, revision, type, metadata, data, stream: 'task-1', schemaVersion: 1, ...change };
};
const reading = (change: Partial<RawEvent>) => () => readEvent(raw(change));

describe('reading an event of the log', () => {
  it('gives back what was written', () => {
    for (const event of history) expect(readBack(event)).toEqual(event);
  });

  it('refuses types and versions that the program does not know', () => {
    expect(reading({ type: 'task.forgotten' })).toThrow('task-1@3 task.forgotten v1: unknown type');
    expect(reading({ schemaVersion: 2 })).toThrow('task-1@3 task.assigned v2: unknown version');
    expect(reading({ schemaVersion: 0 })).toThrow(UnreadableEvent);
  });

  it('refuses data and metadata that the schema refuses, naming the place and not the content', () => {
    const { data, metadata } = history[3]!;
    const withData = (change: object) => ({ data: { ...data, ...change } });
    expect(reading(withData({ replyBy: '绝密' }))).toThrow('task-1@3 task.assigned v1: refused at replyBy');
    expect(reading(withData({ replyBy: '绝密' }))).not.toThrow('绝密');
    expect(reading(withData({ extra: 1 }))).toThrow(UnreadableEvent);
    expect(reading({ metadata: { ...metadata, recordedAt: 'now' } })).toThrow('refused at recordedAt');
    expect(reading({ data: null })).toThrow(UnreadableEvent);
  });
});

describe('writing an event', () => {
  const accepted = { unitId: UNITS.health, occurredOn: '2025-03-03' };

  it('is refused when it could not be read back', () => {
    expect(() => assertWritable({ type: 'task.accepted', data: accepted })).not.toThrow();
    expect(() => assertWritable({ type: 'task.accepted', data: { ...accepted, occurredOn: '2025-02-30' } })).toThrow(
      'task.accepted: refused at occurredOn',
    );
  });
});

describe('the register of events', () => {
  it('holds every family once, each type as room and past fact', () => {
    expect(new Set(EVENT_TYPES).size).toBe(EVENT_TYPES.length);
    expect(
      EVENT_TYPES.filter(
        (type) => !/^(installation|ledger|task|unit|post|number|calendar)\.[a-z]+(-[a-z]+)*$/.test(type),
      ),
    ).toEqual([]);
  });

  it('names the person and the post in every event', () => {
    const clerk = history.find(({ type }) => type === 'task.hung')?.metadata.actor;
    expect(clerk).toMatchObject({ accountId: PEOPLE.clerk.accountId, role: 'supervision-clerk' });
  });
});
