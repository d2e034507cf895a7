import { z } from 'zod';
import { actedBySchema } from './actor';
import { idSchema, instantSchema } from './schema';

/**
 * What is known about every event besides its data. `commandId` and the event's index give its event id, so that a
 * repeated command is the same event; `commandHash` tells a repetition from another command under the same key.
 * `recordedAt` is the server's clock; the day that a person states is `occurredOn` in the data.
 */
export const metadataSchema = z.strictObject({
  commandId: idSchema,
  commandHash: z.string(),
  correlationId: z.string().min(1).max(100),
  causationId: idSchema.nullable(),
  actor: actedBySchema,
  recordedAt: instantSchema,
});
export type Metadata = z.infer<typeof metadataSchema>;

/** A family of event schemas keyed by event type. */
export type EventSchemas = Record<string, z.ZodType>;

/** The events that a family of schemas describes: a literal type and its data. */
export type EventOf<Schemas extends EventSchemas> = {
  [Type in keyof Schemas & string]: { readonly type: Type; readonly data: z.infer<Schemas[Type]> };
}[keyof Schemas & string];

/** An event with what the log adds to it. `revision` is its place in its stream, from 0. */
export type Recorded<Event> = Event & {
  readonly eventId: string;
  readonly revision: number;
  readonly metadata: Metadata;
};
