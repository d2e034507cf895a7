import { type Pool } from 'pg';
import { z } from 'zod';
import { ON_ACCOUNT, type RuleVersions } from '#domain';

/** An open task that is to go on under other rules. */
export interface TaskBehind {
  readonly taskId: string;
  /** The versions under which it is to go on. */
  readonly rules: RuleVersions;
  /** Why they were published. */
  readonly reason: string;
}

const rows = z.array(z.object({ task_id: z.string(), policy: z.string(), calendar: z.string(), reason: z.string() }));

/**
 * Which policy each open task is to follow: the last one of its ledger that was published for open tasks too (连同在办), unless the task
 * follows that one or a later one already. A ledger without a policy of its own follows the office’s. A calendar holds for every open task.
 */
const WANTED = `
  with scopes as (
    select l.ledger_id, (select p.ledger_id from projection_rules.policy p where p.ledger_id = l.ledger_id limit 1) as scope
    from projection_ledgers.ledger l
  ), wanted_policy as (
    select s.ledger_id, w.version, w.place, w.reason, s.scope
    from scopes s
    join lateral (
      select p.version, p.place, p.reason from projection_rules.policy p
      where p.ledger_id is not distinct from s.scope and p.holds = 'open' order by p.place desc limit 1
    ) w on true
  ), wanted_calendar as (
    select c.version, c.reason from projection_rules.calendar c where c.region = 'CN' order by c.place desc limit 1
  ), behind as (
    select t.task_id, t.ledger_id, t.rules_policy, t.rules_calendar,
      case when not exists (
        select 1 from projection_rules.policy own
        where own.version = t.rules_policy and own.ledger_id is not distinct from wp.scope and own.place >= wp.place
      ) then wp.version end as policy, wp.reason as policy_reason,
      case when wc.version <> t.rules_calendar then wc.version end as calendar, wc.reason as calendar_reason
    from projection_tasks.task t
    left join wanted_policy wp on wp.ledger_id = t.ledger_id
    left join wanted_calendar wc on true
    where t.rules_policy is not null and t.status = any($1::text[])
  )
  select * from behind where policy is not null or calendar is not null`;

/** Open tasks that are to go on under other rules, at most `limit` of them. */
export async function tasksBehind(pool: Pool, limit: number): Promise<readonly TaskBehind[]> {
  const text = `
    select task_id, coalesce(policy, rules_policy) as policy, coalesce(calendar, rules_calendar) as calendar,
      concat_ws('；', nullif(case when policy is not null then policy_reason end, ''),
        nullif(case when calendar is not null then calendar_reason end, '')) as reason
    from (${WANTED}) b order by task_id limit $2`;
  const result = await pool.query({ name: 'rules-behind', text, values: [ON_ACCOUNT, limit] });
  return rows.parse(result.rows).map(({ task_id: taskId, policy, calendar, reason }) => ({
    taskId,
    rules: { policy, calendar },
    reason,
  }));
}

/** How many open tasks are to go on under other rules. */
export async function countTasksBehind(pool: Pool): Promise<number> {
  const result = await pool.query<{ count: number }>(`select count(*)::int as count from (${WANTED}) b`, [ON_ACCOUNT]);
  return result.rows[0]?.count ?? 0;
}
