import { type z } from 'zod';
import { type AnyAct } from '#domain';

/**
 * A command as the API offers it. Commands are POST requests under /api; the body is the act's own command schema, so
 * that what is documented, what is checked and what is decided cannot drift apart.
 */
export interface CommandRoute {
  readonly act: AnyAct;
  readonly operation: AnyAct['type'];
  /** Path under /api, with `:id` where the command goes to something that is there already. */
  readonly path: string;
  readonly body: z.ZodType;
  /** What it does, in a few words for the API's readers. */
  readonly summary: string;
}
