import { idSchema } from '#domain';
import { z } from 'zod';
import { asOfSchema } from '../queries/query-parts';

/** What a page that is open wants to hear of beside its reader's own inbox and ledgers. */
export const followLiveParameters = z.strictObject({
  /** The task that is open. */
  taskId: idSchema.optional(),
});

const position = z.string();

/**
 * What is told while a page is open, by the name of the server-sent event. Ids and positions only, nothing of the content: the
 * page asks for that itself, with `after` set to the position. The id of each is its position.
 */
export const liveEventSchemas = {
  /** The connection stands; everything after the position will be told. */
  hello: z.strictObject({ position: asOfSchema }),
  /** After an interruption: something may have been missed, ask for everything that is shown. */
  resync: z.strictObject({ position: asOfSchema }),
  /** The task that is followed has moved. */
  task: z.strictObject({ taskId: idSchema, position, revision: z.int() }),
  /** Something that the reader may see has changed in a ledger; once a second at most. */
  ledger: z.strictObject({ ledgerId: idSchema, position }),
  /** An entry for one of the reader's posts was made or settled. */
  inbox: z.strictObject({ position }),
} as const;

/** Names of the events. */
export type LiveEventName = keyof typeof liveEventSchemas;
/** What each event carries. */
export type LiveEvents = { readonly [Name in LiveEventName]: z.infer<(typeof liveEventSchemas)[Name]> };
