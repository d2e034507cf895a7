import { z } from 'zod';

/** What a link gives to a list in which all rows are to be chosen on arrival. */
export const CHOOSE_ALL = { choose: 'all' } as const;

const asked = z.looseObject({ choose: z.literal(CHOOSE_ALL.choose) });

/** True where the link that led here asks for it. */
export function asksForAll(state: unknown): boolean {
  return asked.safeParse(state).success;
}
