import { z } from 'zod';

/** The process answers. */
export const liveSchema = z.strictObject({ live: z.literal(true) });

/** What one check of a process found; details are facts for the administrator, without secrets. */
export const healthFindingSchema = z.strictObject({
  healthy: z.boolean(),
  details: z.record(z.string(), z.unknown()).optional(),
});

/** All checks of a process by name; ready only if each one is healthy. */
export const healthReportSchema = z.strictObject({
  ready: z.boolean(),
  checks: z.record(z.string(), healthFindingSchema),
});
