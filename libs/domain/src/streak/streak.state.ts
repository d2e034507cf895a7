import { z } from 'zod';
import { daySchema } from '../calendar';
import { instantSchema, loggedIdSchema } from '../shared/schema';

/** A delay of a unit that was brought to those above: what one is, says `delayKeyOf`. */
export const climbSchema = z.strictObject({
  taskId: loggedIdSchema,
  climb: z.int().positive(),
  due: daySchema,
  /** The moment at which it was recorded that those above were told. */
  at: instantSchema,
});
export type Climb = Readonly<z.infer<typeof climbSchema>>;

/** A unit's streak in a ledger as its events tell it: its delays that were escalated, with nothing completed in time between them. */
export interface StreakState {
  readonly ledgerId: string;
  readonly unitId: string;
  /** How many they are; 0 once something was completed in time. */
  readonly length: number;
  /** The last delays, the newest last, those before an end too: none is counted twice. */
  readonly climbs: readonly Climb[];
  /** What ended it last, and what would have, the newest last: each may be taken back. */
  readonly ends: readonly StreakEnd[];
}

/** A step by which the unit completed something in time. */
export interface StreakEnd {
  /** The command of the step. */
  readonly commandId: string;
  /** How many delays in a row it ended; 0 where something before it had ended them. */
  readonly before: number;
}
