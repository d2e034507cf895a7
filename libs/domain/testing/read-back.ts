import { z } from 'zod';
import { type DomainEvent, type RawEvent, readEvent, type Recorded, schemaVersionOf } from '../src';

const rawEventSchema: z.ZodType<RawEvent> = z.strictObject({
  eventId: z.string(),
  stream: z.string(),
  revision: z.number(),
  type: z.string(),
  schemaVersion: z.number(),
  metadata: z.unknown(),
  data: z.unknown(),
});

/** An event after its way through the log: written as JSON, read and checked again. @throws UnreadableEvent */
export function readBack(event: Recorded<{ readonly type: string; readonly data: unknown }>): Recorded<DomainEvent> {
  const { type, data, metadata, eventId, revision } = event;
  const written = { stream: 'story', schemaVersion: schemaVersionOf(type), type, data, metadata, eventId, revision };
  return readEvent(rawEventSchema.parse(JSON.parse(JSON.stringify(written))));
}
