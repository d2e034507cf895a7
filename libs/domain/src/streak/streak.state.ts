import { z } from 'zod';
import { daySchema } from '../calendar';
import { instantSchema, loggedIdSchema } from '../shared/schema';

/**
 * A delay of a unit that was brought to those above: the run of its ladders in a task, by the day that was missed. Limits of a task that are
 * due on the same day are one delay.
 */
export const climbSchema = z.strictObject({
  taskId: loggedIdSchema,
  round: z.int().positive(),
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
}
