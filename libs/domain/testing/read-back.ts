import { z } from 'zod';
import { type Metadata, type RawEvent, readEvent, type RecordedEvent, schemaVersionOf } from '../src';

const rawEventSchema: z.ZodType<RawEvent> = z.strictObject({
  eventId: z.string(),
  stream: z.string(),
  revision: z.number(),
  type: z.string(),
  schemaVersion: z.number(),
  metadata: z.unknown(),
  data: z.unknown(),
});

/** An event as a story holds it. */
interface Told {
  readonly type: string;
  readonly data: unknown;
  readonly metadata: Metadata;
  readonly eventId: string;
  readonly revision: number;
}

/** An event as the log keeps it: through JSON. */
export function asStored({ type, data, metadata, eventId, revision }: Told): RawEvent {
  const written = { stream: 'story', schemaVersion: schemaVersionOf(type), type, data, metadata, eventId, revision };
  return rawEventSchema.parse(JSON.parse(JSON.stringify(written)));
}

/** An event after its way through the log: written as JSON, read and checked again. @throws UnreadableEvent */
export function readBack(event: Told): RecordedEvent {
  return readEvent(asStored(event));
}
