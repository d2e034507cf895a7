import { grantableRoleSchema, idSchema, POST_LACKS, TASK_LACKS } from '#domain';
import { z } from 'zod';
import { asOfSchema, unitReferenceSchema } from './query-parts';

export const listPostGapsParameters = z.strictObject({});

/** What an administrator thinks of doing to an account. */
export const postChangeInput = z.discriminatedUnion('act', [
  z.strictObject({
    act: z.literal('account.grant-post'),
    accountId: idSchema,
    unitId: idSchema,
    role: grantableRoleSchema,
    ledgerId: idSchema.nullable().default(null),
  }),
  z.strictObject({ act: z.literal('account.revoke-post'), accountId: idSchema, postId: idSchema }),
  z.strictObject({ act: z.literal('account.disable'), accountId: idSchema }),
]);
export type PostChange = z.infer<typeof postChangeInput>;

/** Null: every ledger. */
const ledgerSchema = z.strictObject({ ledgerId: idSchema, name: z.string() }).nullable();

/** What people and posts are missing for tasks to reach their end. */
export const postGapsSchema = z.strictObject({
  position: asOfSchema,
  /** How many can sign in and hold a post in earnest. */
  people: z.int().nonnegative(),
  gaps: z.array(
    z.strictObject({ ledger: ledgerSchema, unit: unitReferenceSchema.nullable(), lack: z.enum(POST_LACKS) }),
  ),
  /** Open tasks that nobody could check, or nobody could close, with some of them. */
  tasks: z.array(
    z.strictObject({
      lack: z.enum(TASK_LACKS),
      tasks: z.int().positive(),
      examples: z.array(z.strictObject({ taskId: idSchema, number: z.string(), title: z.string() })),
    }),
  ),
});
export type PostGaps = z.infer<typeof postGapsSchema>;
