import { randomUUID } from 'node:crypto';
import { type DomainEvent, schemaVersionOf } from '#domain';
import { type EventStore, isJsonObject, type JsonObject, type Position } from '#event-store';
import { actedBy, momentOn, PEOPLE } from '../../domain/testing';

/** An event as a spec tells it; left-out parts are those of an ordinary morning. */
export interface ToldEvent {
  readonly type: string;
  readonly data: unknown;
  readonly metadata?: unknown;
  readonly schemaVersion?: number;
}

/** Writes events into a log as the engine would, but without asking any rule. */
export class LogWriter {
  private readonly revisions = new Map<string, number>();
  private moment = 0;

  constructor(private readonly store: EventStore) {}

  /** Appends events to a stream. @returns the position of the last one */
  async write(stream: string, ...events: readonly ToldEvent[]): Promise<Position> {
    const known = this.revisions.get(stream) ?? -1;
    const appended = await this.store.append(
      stream,
      known < 0 ? 'no-stream' : known,
      events.map(({ type, data, metadata = this.metadata(), schemaVersion = schemaVersionOf(type) }) => ({
        eventId: randomUUID(),
        type,
        schemaVersion,
        metadata: json(metadata),
        data: json(data),
      })),
    );
    if (appended.kind !== 'appended') throw new Error(`${stream}: ${appended.kind}`);
    this.revisions.set(stream, appended.revision);
    return appended.position;
  }

  /** Appends events of the house to a stream. */
  async tell(stream: string, ...events: readonly DomainEvent[]): Promise<Position> {
    return this.write(stream, ...events);
  }

  private metadata(): JsonObject {
    this.moment += 1;
    return {
      commandId: randomUUID(),
      commandHash: 'hash',
      correlationId: 'spec',
      causationId: null,
      act: 'story.told',
      actor: { ...actedBy(PEOPLE.clerk) },
      recordedAt: momentOn('2025-03-03', this.moment),
    };
  }
}

function json(value: unknown): JsonObject {
  const copy: unknown = JSON.parse(JSON.stringify(value));
  if (!isJsonObject(copy)) throw new Error('not a JSON object');
  return copy;
}
