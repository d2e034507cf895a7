import { idSchema, instantSchema, roleSchema } from '#domain';
import { z } from 'zod';
import {
  asOfSchema,
  cursorParameter,
  limitParameter,
  listParameter,
  nextSchema,
  unitReferenceSchema,
  wordsParameter,
} from './query-parts';

/**
 * Units by part of a name or alias or of their pinyin initials (`wjw`), those that are called exactly as given (by name or
 * alias), or by id.
 */
export const listUnitsParameters = z.strictObject({
  ids: listParameter(idSchema, 200),
  text: z.string().trim().max(100).optional(),
  names: wordsParameter(100, 200),
  limit: limitParameter(200, 1_000),
  cursor: cursorParameter,
});
export type ListUnitsParameters = z.infer<typeof listUnitsParameters>;

export const unitRowSchema = z.strictObject({
  unitId: idSchema,
  name: z.string(),
  parentId: idSchema.nullable(),
  /** Units above it, the nearest first. */
  above: z.array(unitReferenceSchema),
  aliases: z.array(z.string()),
});
export const unitListSchema = z.strictObject({
  position: asOfSchema,
  units: z.array(unitRowSchema),
  /** For `names` only: each name with the units that are called so; none means that it is not in the register. */
  matches: z.array(z.strictObject({ name: z.string(), unitIds: z.array(idSchema) })),
  next: nextSchema,
});
export type UnitList = z.infer<typeof unitListSchema>;

/** The ledger of the tasks that the units are to act on; left out, any ledger in earnest. */
export const listUnitStaffingParameters = z.strictObject({ ledgerId: idSchema.optional() });

/** The units in which somebody can act who can sign in. In a unit that is not among them nobody can. */
export const unitStaffingSchema = z.strictObject({
  units: z.array(
    z.strictObject({
      unitId: idSchema,
      /** `no-head`: nobody of it can ask for closure. */
      staffing: z.enum(['able', 'no-head']),
    }),
  ),
});
export type UnitStaffing = z.infer<typeof unitStaffingSchema>;

export const listPostsParameters = z.strictObject({
  accountId: idSchema.optional(),
  unitId: idSchema.optional(),
  /** Also those that were revoked. */
  revoked: z.stringbool().or(z.boolean()).default(false),
});
export type ListPostsParameters = z.infer<typeof listPostsParameters>;

export const postRowSchema = z.strictObject({
  postId: idSchema,
  accountId: idSchema,
  unit: unitReferenceSchema,
  role: roleSchema,
  ledgerId: idSchema.nullable(),
  /** In the practice ledger of the account; it reaches nothing else. */
  practice: z.boolean(),
  /** Of a leader: the units in charge. None: all below the unit of the post. */
  inCharge: z.array(unitReferenceSchema),
  grantedAt: instantSchema,
  revokedAt: instantSchema.nullable(),
});
export const postListSchema = z.strictObject({ position: asOfSchema, posts: z.array(postRowSchema) });
export type PostList = z.infer<typeof postListSchema>;

export const listAccountProposalsParameters = z.strictObject({});

/** What was asked for on accounts in the last 30 days and takes a second administrator; open ones also when they are older. Newest first. */
export const accountProposalListSchema = z.strictObject({
  position: asOfSchema,
  proposals: z.array(
    z.strictObject({
      proposalId: idSchema,
      /** The account concerned. */
      accountId: idSchema,
      /** The name of its holder. */
      name: z.string(),
      act: z.enum(['account.grant-post', 'account.reset-password']),
      /** The post that is to be granted; null for a reset. */
      post: z.strictObject({ unit: unitReferenceSchema, role: roleSchema, ledgerId: idSchema.nullable() }).nullable(),
      askedBy: z.strictObject({ accountId: idSchema, name: z.string() }),
      askedAt: instantSchema,
      /** How many working days it has waited; null once it is decided. */
      waited: z.int().nonnegative().nullable(),
      /** It has waited longer than the office's rules leave for a decision. */
      late: z.boolean(),
      /** Why it was asked for; empty where nothing was said. */
      grounds: z.string(),
      /** Who gave the account its last one-time password, who could therefore sign in with it, and when it was changed since; null where nobody is on record. */
      password: z
        .strictObject({
          by: z.strictObject({ accountId: idSchema, name: z.string() }),
          at: instantSchema,
          how: z.enum(['created', 'reset', 'machine']),
          changedAt: instantSchema.nullable(),
        })
        .nullable(),
      /** Null while nobody has decided. */
      result: z.enum(['approved', 'refused', 'overtaken', 'taken-back']).nullable(),
      reason: z.string(),
      decidedBy: z.string().nullable(),
      decidedAt: instantSchema.nullable(),
      /** What was approved has been done. An approved reset is made when it is asked for once more. */
      done: z.boolean(),
    }),
  ),
});
export type AccountProposalList = z.infer<typeof accountProposalListSchema>;

export const listProjectionsParameters = z.strictObject({});
export type ListProjectionsParameters = z.infer<typeof listProjectionsParameters>;

/** The read models: how far each one goes, and why one stands still. */
export const projectionListSchema = z.strictObject({
  /** End of the log. */
  position: asOfSchema,
  projections: z.array(
    z.strictObject({
      name: z.string(),
      version: z.int(),
      position: asOfSchema,
      /** True when the projection shows everything up to the end of the log. */
      level: z.boolean(),
      stopped: z
        .strictObject({ at: instantSchema, code: z.string(), event: z.string().nullable(), message: z.string() })
        .nullable(),
    }),
  ),
});
export type ProjectionList = z.infer<typeof projectionListSchema>;
