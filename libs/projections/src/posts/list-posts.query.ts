import { sql } from 'kysely';
import { listPostsParameters, postListSchema } from '#contracts';
import { roleSchema } from '#domain';
import { defineQuery } from '../queries/define-query';
import { asOf, unitNames } from '../queries/read-models';
import { allOf } from '../queries/sight-filter';

interface StoredPost {
  readonly post_id: string;
  readonly account_id: string;
  readonly unit_id: string;
  readonly role: string;
  readonly ledger_id: string | null;
  readonly practice: boolean;
  readonly in_charge: readonly string[];
  readonly granted_at: Date;
  readonly revoked_at: Date | null;
}

/** Who holds which post. */
export const listPosts = defineQuery({
  operation: 'post.list',
  path: 'posts',
  summary: '岗位',
  parameters: listPostsParameters,
  answer: postListSchema,
  reads: ['posts', 'units'],
  handle(models, { accountId, unitId, revoked }) {
    const wanted = [
      ...(accountId === undefined ? [] : [sql`p.account_id = ${accountId}::uuid`]),
      ...(unitId === undefined ? [] : [sql`p.unit_id = ${unitId}::uuid`]),
      ...(revoked ? [] : [sql`p.revoked_at is null`]),
    ];
    return models.snapshot(async (at) => {
      const { rows } = await sql<StoredPost>`
        select p.post_id, p.account_id, p.unit_id, p.role, p.ledger_id, p.practice, p.in_charge, p.granted_at, p.revoked_at
        from projection_posts.post p where ${allOf(wanted)} order by p.granted_at, p.post_id`.execute(at);
      const names = await unitNames(
        at,
        rows.flatMap((row) => [row.unit_id, ...row.in_charge]),
      );
      return {
        position: await asOf(at, 'posts'),
        posts: rows.map((row) => ({
          postId: row.post_id,
          accountId: row.account_id,
          unit: names(row.unit_id),
          role: roleSchema.parse(row.role),
          ledgerId: row.ledger_id,
          practice: row.practice,
          inCharge: row.in_charge.map(names),
          grantedAt: row.granted_at.toISOString(),
          revokedAt: row.revoked_at?.toISOString() ?? null,
        })),
      };
    });
  },
});
