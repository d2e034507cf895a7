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
  grantedAt: instantSchema,
  revokedAt: instantSchema.nullable(),
});
export const postListSchema = z.strictObject({ position: asOfSchema, posts: z.array(postRowSchema) });
export type PostList = z.infer<typeof postListSchema>;

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
