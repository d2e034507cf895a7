import { sql } from 'kysely';
import { z } from 'zod';
import { DEFAULT_POLICY, type Policy, policySchema, type TaskState } from '#domain';
import { type Snapshot } from '../queries/read-models';

const rows = z.array(z.object({ policy: policySchema }));

/** Tells the policy that a task is decided and planned by. */
export type PolicyOf = (task: Pick<TaskState, 'rules'>) => Policy;

/** The policies that tasks have pinned; of a version that the log does not know, that which the program brings along. */
export async function policiesOf(at: Snapshot, tasks: readonly Pick<TaskState, 'rules'>[]): Promise<PolicyOf> {
  const versions = [...new Set(tasks.flatMap(({ rules }) => rules?.policy ?? []))];
  const { rows: found } = await sql`
    select policy from projection_rules.policy where version = any(${versions}::text[])`.execute(at);
  const known = new Map(rows.parse(found).map(({ policy }) => [policy.version, policy]));
  return ({ rules }) => known.get(rules?.policy ?? '') ?? DEFAULT_POLICY;
}
