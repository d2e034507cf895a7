import { z } from 'zod';

/** The stated day among the values of a form, or the text that is none yet; null is today, by the server's clock. */
export const statedDayValue = { occurredOn: z.string().nullable() };
export type StatedDay = z.infer<z.ZodObject<typeof statedDayValue>>;

/** The stated day of a body: left out where the person states none. */
export function statedDay({ occurredOn }: Partial<StatedDay>): { occurredOn?: string } {
  return occurredOn === null || occurredOn === undefined ? {} : { occurredOn };
}
