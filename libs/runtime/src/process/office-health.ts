import { type Pool } from 'pg';
import { z } from 'zod';
import { ON_ACCOUNT } from '#domain';
import { type StaffSource } from '#engine';
import { type HealthFinding } from '#platform';

const LEDGERS_AT_WORK = `
  select l.ledger_id as "ledgerId" from projection_ledgers.ledger l
  where not l.practice
    and exists (select from projection_tasks.task t where t.ledger_id = l.ledger_id and t.status = any($1::text[]))
  order by l.ledger_id`;

const ledgerRows = z.array(z.object({ ledgerId: z.uuid() }));

/**
 * Names, by their ids, the ledgers with tasks on the account in which no clerk of the office can sign in: what would reach nobody else goes
 * to the office, and there to nobody. It stays healthy: a restart, which an unhealthy answer causes, appoints nobody.
 */
export async function officeHealth(pool: Pool, staff: StaffSource): Promise<HealthFinding> {
  const { rows } = await pool.query(LEDGERS_AT_WORK, [ON_ACCOUNT]);
  const found = await Promise.all(
    ledgerRows.parse(rows).map(async ({ ledgerId }) => {
      const posts = await staff.of(ledgerId);
      return posts.some(({ role }) => role === 'supervision-clerk') ? [] : [ledgerId];
    }),
  );
  const ledgers = found.flat();
  if (ledgers.length === 0) return { healthy: true };
  const message = `有 ${ledgers.length} 本台账没有可登录的督查员，到期提醒可能无人收到，请授予督查岗位或启用账号。`;
  return { healthy: true, details: { ledgers, message } };
}
