import { type TASK_ACTS } from '#domain';
import { z } from 'zod';

const confirmed = z.object({ met: z.boolean(), note: z.string() });

/** What a conclusion says of the criteria of the check, by their names: each that is confirmed, with a note. */
export const acceptanceValues = { acceptance: z.record(z.string(), confirmed.partial()).optional() };
type AcceptanceValues = z.infer<z.ZodObject<typeof acceptanceValues>>;

type VerifyBody = z.input<(typeof TASK_ACTS)['task.verify']['command']>;

/**
 * The criteria that are confirmed, in their order.
 * @param criteria those of the check; what a kept form names beside them is left out
 */
export function confirmedOf(
  { acceptance = {} }: AcceptanceValues,
  criteria: readonly string[],
): NonNullable<VerifyBody['acceptance']> {
  return criteria.flatMap((criterion) => {
    const { met = false, note = '' } = acceptance[criterion] ?? {};
    return met ? [{ criterion, met, note }] : [];
  });
}

/** What a return names of the criteria: those that are not met. */
export const unmetValues = { unmet: z.array(z.string()).optional() };

/** The criteria that are not met, in the order of the check. */
export function unmetOf(
  { unmet = [] }: z.infer<z.ZodObject<typeof unmetValues>>,
  criteria: readonly string[],
): string[] {
  return criteria.filter((criterion) => unmet.includes(criterion));
}
