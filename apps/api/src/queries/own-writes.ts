import { z } from 'zod';
import { type ProjectionRunner } from '#projections';

/** How long a read waits for its own writes to become visible, in milliseconds. */
const WAIT_FOR_WRITES = 5_000;

/** The position that a command answered, as `after` of a read: the read then shows at least that. */
export const afterParameter = z
  .string()
  .regex(/^\d{1,19}$/u)
  .optional();

/**
 * Waits until the projections show what was written.
 * @throws TaizhangError PROJECTION.BEHIND, PROJECTION.STOPPED
 */
export async function waitForWrites(
  projections: ProjectionRunner,
  names: readonly string[],
  after: string | undefined,
): Promise<void> {
  if (after !== undefined) await projections.waitFor(names, after, { timeoutMs: WAIT_FOR_WRITES });
}
