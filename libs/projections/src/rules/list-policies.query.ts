import { sql } from 'kysely';
import { z } from 'zod';
import { listPoliciesParameters, policyListSchema } from '#contracts';
import { addDays, holdsForSchema, policySchema, shanghaiInstant } from '#domain';
import { defineQuery } from '../queries/define-query';
import { asOf } from '../queries/read-models';
import { countTasksBehind } from './tasks-behind';

const rows = z.array(
  z.object({
    ledger_id: z.string().nullable(),
    policy: policySchema,
    holds: holdsForSchema,
    reason: z.string(),
    published_by: z.string(),
    published_at: z.date(),
  }),
);

const asked = z.array(
  z.object({ asked_by: z.string(), asked_by_name: z.string(), asked_at: z.date(), reason: z.string() }),
);

/** How many days a request to lower the protection level can be answered. */
const DAYS = 30;

/** Every version of the rules of the office and of ledgers: whoever is judged by them may read them. */
export const listPolicies = defineQuery({
  operation: 'policy.list',
  path: 'policies',
  summary: '办理规则的全部版本',
  parameters: listPoliciesParameters,
  answer: policyListSchema,
  reads: ['rules', 'tasks'],
  async handle(models, _parameters, { today }) {
    const behind = await countTasksBehind(models.pool);
    return models.snapshot(async (at) => {
      const { rows: found } = await sql`
        select ledger_id, policy, holds, reason, published_by, published_at
        from projection_rules.policy order by place desc`.execute(at);
      const since = shanghaiInstant(addDays(today, -DAYS), '00:00');
      const { rows: open } = await sql`
        select asked_by, asked_by_name, asked_at, reason from projection_rules.lowering where asked_at >= ${since}`.execute(
        at,
      );
      const [lowering] = asked.parse(open);
      return {
        position: await asOf(at, 'rules'),
        versions: rows.parse(found).map((row) => ({
          ledgerId: row.ledger_id,
          policy: row.policy,
          holds: row.holds,
          reason: row.reason,
          publishedBy: row.published_by,
          publishedAt: row.published_at.toISOString(),
        })),
        behind,
        lowering: lowering
          ? {
              askedBy: { accountId: lowering.asked_by, name: lowering.asked_by_name },
              askedAt: lowering.asked_at.toISOString(),
              reason: lowering.reason,
            }
          : null,
      };
    });
  },
});
