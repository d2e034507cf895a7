import { z } from 'zod';
import { idSchema, lineSchema, loggedIdSchema } from './schema';

/** The parts that people play. `engine` is the program itself: timers and reactions. */
export const roleSchema = z.enum([
  'reporter',
  'unit-head',
  'supervision-clerk',
  'verifier',
  'closer',
  'leader',
  'auditor',
  'system-administrator',
  'security-administrator',
  'audit-administrator',
  'engine',
]);
export type Role = z.infer<typeof roleSchema>;

/**
 * A post: one person in one unit playing one role, in one ledger or (ledgerId null) in all of them but those for practice.
 * One for practice reaches nothing outside the person's own practice ledger.
 */
export const postSchema = z.strictObject({
  postId: idSchema,
  unitId: idSchema,
  role: roleSchema,
  ledgerId: idSchema.nullable(),
  /** Left out, the post is one in earnest. */
  practice: z.boolean().optional(),
  /** The units that a leader is in charge of (分管). Left out or empty: all below the post's unit. */
  inCharge: z.array(idSchema).optional(),
});
export type Post = z.infer<typeof postSchema>;

/** The units that a post reaches with all below them: those that a leader is in charge of (分管), else the post's own. */
export function chargeOf({
  unitId,
  inCharge = [],
}: {
  readonly unitId: string;
  readonly inCharge?: readonly string[] | undefined;
}): readonly string[] {
  return inCharge.length > 0 ? inCharge : [unitId];
}

/**
 * True when a unit is one of those that a post reaches, or stands below one of them.
 * @param lineage of the unit: itself and all above it
 */
export function isInCharge(
  charge: readonly string[],
  unitId: string,
  { lineage }: { readonly lineage: ReadonlyMap<string, readonly string[]> },
): boolean {
  return (lineage.get(unitId) ?? [unitId]).some((each) => charge.includes(each));
}

/** The units in which posts are held, whatever the role and the ledger. Those for practice reach nothing outside it and do not count. */
export function unitsPostedIn(posts: readonly Pick<Post, 'unitId' | 'practice'>[]): ReadonlySet<string> {
  return new Set(posts.flatMap(({ unitId, practice = false }) => (practice ? [] : [unitId])));
}

/** The units whose own work a person does in a ledger: they report for them or head them. Posts for practice do not count. */
export function unitsActedFor(
  posts: readonly Pick<Post, 'unitId' | 'role' | 'ledgerId' | 'practice'>[],
  ledgerId: string,
): ReadonlySet<string> {
  const acting = posts.filter(
    (post) => post.practice !== true && isActing(post) && (post.ledgerId === null || post.ledgerId === ledgerId),
  );
  return new Set(acting.map(({ unitId }) => unitId));
}

/** True for a post by which the work of a unit is done (填报人、单位负责人). */
export function isActing({ role }: Pick<Post, 'role'>): boolean {
  return role === 'reporter' || role === 'unit-head';
}

/** Who sends a command: an account with its posts, as known when the request came in. */
export interface Actor {
  readonly accountId: string;
  readonly name: string;
  readonly posts: readonly Post[];
}

/** Who did a thing, as it stands in the record: the person, and the post under which the command was allowed. */
export const actedBySchema = z.strictObject({
  accountId: loggedIdSchema,
  name: lineSchema(60),
  role: roleSchema,
  postId: loggedIdSchema.nullable(),
  unitId: loggedIdSchema.nullable(),
});
export type ActedBy = z.infer<typeof actedBySchema>;

/** The program's own account: reminders, escalations and reactions are recorded under it. */
export const ENGINE_ACTOR: Actor = {
  accountId: '00000000-0000-4000-8000-000000000001',
  name: '系统',
  posts: [
    {
      postId: '00000000-0000-4000-8000-000000000002',
      unitId: '00000000-0000-4000-8000-000000000003',
      role: 'engine',
      ledgerId: null,
    },
  ],
};
