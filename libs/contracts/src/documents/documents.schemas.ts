import { contentHashSchema, draftContentSchema, idSchema, importSourceSchema, ruleNameSchema } from '#domain';
import { z } from 'zod';

/** What a policy document reads as: `source` and `tasks`, once looked over, are the body of `ledger.import`. */
export const documentReadingSchema = z.strictObject({
  /** The document as decoded; every `span` is a stretch of it, in UTF-16 offsets as JavaScript counts, `end` excluded. */
  text: z.string(),
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
export type StoredEvidence = z.infer<typeof storedEvidenceSchema>;

/** A file as a step of a task named it, with the kind of evidence that it stands for where one was chosen. */
export const namedEvidenceSchema = storedEvidenceSchema.extend({ kind: ruleNameSchema.optional() });
export type NamedEvidence = z.infer<typeof namedEvidenceSchema>;

/** What creating units from names answers. `position` is null when all of them were there before. */
export const createdUnitsSchema = z.strictObject({
  units: z.array(z.strictObject({ name: z.string(), unitId: idSchema, created: z.boolean() })),
  position: z.string().nullable(),
});
