import { contentHashSchema, draftContentSchema, importSourceSchema } from '#domain';
import { z } from 'zod';

/** What a policy document reads as: ready to be looked over and sent on as the body of `ledger.import`. */
export const documentReadingSchema = z.strictObject({
  source: importSourceSchema,
  tasks: z.array(draftContentSchema),
});

/** A stored evidence file, as a report names it. Sizes in bytes. */
export const storedEvidenceSchema = z.strictObject({
  hash: contentHashSchema,
  fileName: z.string(),
  mediaType: z.string(),
  size: z.int().positive(),
});

/** What creating units from names answers. `position` is null when all of them were there before. */
export const createdUnitsSchema = z.strictObject({
  units: z.array(z.strictObject({ name: z.string(), unitId: z.uuid(), created: z.boolean() })),
  position: z.string().nullable(),
});
