import {
  holdsForSchema,
  idSchema,
  instantSchema,
  policyContentSchema,
  policySchema,
  roleSchema,
  rungKindSchema,
  secondPersonActSchema,
  turnKindSchema,
} from '#domain';
import { z } from 'zod';
import { asOfSchema, unitReferenceSchema } from './query-parts';

export const listPoliciesParameters = z.strictObject({});

/** A version of the rules of the office or of a ledger, as it was published. */
export const policyVersionSchema = z.strictObject({
  /** Null: the office’s. */
  ledgerId: idSchema.nullable(),
  policy: policySchema,
  holds: holdsForSchema,
  reason: z.string(),
  publishedBy: z.string(),
  publishedAt: instantSchema,
});
export type PolicyVersion = z.infer<typeof policyVersionSchema>;

export const policyListSchema = z.strictObject({
  position: asOfSchema,
  /** The newest first. */
  versions: z.array(policyVersionSchema),
  /** Open tasks that are to go on under other rules and do not yet. */
  behind: z.int().nonnegative(),
  /** A protection level that is to be lowered and waits for another system administrator; null where none is. */
  lowering: z
    .strictObject({
      askedBy: z.strictObject({ accountId: idSchema, name: z.string() }),
      askedAt: instantSchema,
      reason: z.string(),
    })
    .nullable(),
});
export type PolicyList = z.infer<typeof policyListSchema>;

/** Rules that somebody thinks of publishing. */
export const policyPreviewInput = z.strictObject({
  ledgerId: idSchema.nullable().default(null),
  content: policyContentSchema,
});

/** What would come of them today if they were published for open tasks too. */
export const policyPreviewSchema = z.strictObject({
  /** Open tasks that would go on under them. */
  tasks: z.int().nonnegative(),
  /** Tasks in which a rung would go out today that would not go out by the rules of now, by the hardest of them. */
  today: z.array(z.strictObject({ kind: rungKindSchema, tasks: z.int().positive() })),
  /** Tasks in which a clock would have run out that has not by the rules of now, by whose it is. */
  late: z.array(z.strictObject({ turn: turnKindSchema, tasks: z.int().positive() })),
  /** Acts that would take a second person from now on, with the tasks in which they take none yet. */
  second: z.array(z.strictObject({ act: secondPersonActSchema, tasks: z.int().positive() })),
  /** Who holds posts that the protection level forbids beside each other, and which: it is not published over them. */
  inTheWay: z.array(
    z.strictObject({
      name: z.string(),
      posts: z.array(z.strictObject({ unit: unitReferenceSchema, role: roleSchema })),
    }),
  ),
  /** Some of the tasks in which a rung would go out today. */
  examples: z.array(z.strictObject({ taskId: idSchema, number: z.string(), title: z.string(), kind: rungKindSchema })),
});
export type PolicyPreview = z.infer<typeof policyPreviewSchema>;
