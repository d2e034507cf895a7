import { type z } from 'zod';
import { installationEventSchemas } from './installation';
import { ledgerEventSchemas } from './ledger';
import { calendarEventSchemas } from './office-calendar';
import { postEventSchemas } from './post';
import { carriedOn } from './schema-versions';
import { seriesEventSchemas } from './series';
import { type EventOf, metadataSchema, type Recorded } from './shared/event';
import { taskEventSchemas } from './task';
import { unitEventSchemas } from './unit';

const schemas = {
  ...installationEventSchemas,
  ...ledgerEventSchemas,
  ...taskEventSchemas,
  ...unitEventSchemas,
  ...postEventSchemas,
  ...seriesEventSchemas,
  ...calendarEventSchemas,
};

/** Every event of the house. */
export type DomainEvent = EventOf<typeof schemas>;
export type DomainEventType = DomainEvent['type'];

/** The schema of each type's present version. */
export const EVENT_SCHEMAS: ReadonlyMap<string, z.ZodType> = new Map(Object.entries(schemas));

/** Every event type that the program knows. */
export const EVENT_TYPES: readonly string[] = [...EVENT_SCHEMAS.keys()];

/** An event that this program cannot read: an unknown type or version, or data that its schema refuses. */
export class UnreadableEvent extends Error {
  readonly code = 'EVENT.UNREADABLE';
}

/** An event as the log keeps it, before anything about it is known. */
export interface RawEvent {
  readonly eventId: string;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly schemaVersion: number;
  readonly metadata: unknown;
  readonly data: unknown;
}

/** Carries an event of the log on to the present version and checks it against its schema. @throws UnreadableEvent, naming the event but none of its content */
export function readEvent(raw: RawEvent): Recorded<DomainEvent> {
  const { eventId, revision, type, metadata } = raw;
  const { known, data } = carriedOn(raw);
  const event = { eventId, revision, type, metadata, data };
  const fault = known ? readingFault(event) : 'unknown version';
  if (isSound(event, fault)) return event;
  throw new UnreadableEvent(`${raw.stream}@${raw.revision} ${type} v${raw.schemaVersion}: ${fault ?? ''}`);
}

function readingFault({ type, data, metadata }: Pick<RawEvent, 'type' | 'data' | 'metadata'>): string | null {
  const schema = EVENT_SCHEMAS.get(type);
  if (!schema) return 'unknown type';
  const fault = schema.safeParse(data).error ?? metadataSchema.safeParse(metadata).error;
  return fault ? `refused at ${fault.issues[0]?.path.join('.') ?? ''}` : null;
}

/** The schemas are the proof: an event without a fault has the type that its schema infers. */
function isSound(_event: object, fault: string | null): _event is Recorded<DomainEvent> {
  return fault === null;
}

/** Checks an event before it is written: what cannot be read back is never recorded. @throws UnreadableEvent */
export function assertWritable(event: DomainEvent): void {
  const parsed = EVENT_SCHEMAS.get(event.type)?.safeParse(event.data);
  if (!parsed?.success) {
    const path = parsed?.error.issues[0]?.path.join('.') ?? '';
    throw new UnreadableEvent(`${event.type}: refused at ${path}`);
  }
}
