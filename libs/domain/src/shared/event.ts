import { z } from 'zod';
import { actedBySchema } from './actor';
import { instantSchema, loggedIdSchema } from './schema';

/**
 * What is known about every event besides its data. `commandId` and the event's index give its event id, so that a
 * repeated command is the same event; `commandHash` tells a repetition from another command under the same key.
 * `recordedAt` is the server's clock; the day that a person states is `occurredOn` in the data.
 */
export const metadataSchema = z.strictObject({
  commandId: loggedIdSchema,
  commandHash: z.string(),
  correlationId: z.string().min(1).max(100),
  causationId: loggedIdSchema.nullable(),
  /** The act that recorded it, such as `task.report`: several acts may record one kind of event. */
  act: z.string().min(1).max(60),
  actor: actedBySchema,
  recordedAt: instantSchema,
});
export type Metadata = z.infer<typeof metadataSchema>;
