import { sql } from 'kysely';
import { z } from 'zod';
import { accountProposalListSchema, listAccountProposalsParameters } from '#contracts';
import { addDays, dayInShanghai, DEFAULT_POLICY, roleSchema, shanghaiInstant, workingDaysBetween } from '#domain';
import { defineQuery } from '../queries/define-query';
import { type QueryContext } from '../queries/query-context';
import { asOf, type Snapshot, unitNames, type UnitNames } from '../queries/read-models';

/** How many days back what was decided is shown, and how many at most. */
const DAYS = 30;
const MOST = 300;

const result = z.enum(['approved', 'refused', 'overtaken', 'taken-back']);
const found = z.array(
  z.object({
    proposal_id: z.string(),
    account_id: z.string(),
    act: z.enum(['account.grant-post', 'account.reset-password']),
    unit_id: z.string().nullable(),
    role: roleSchema.nullable(),
    ledger_id: z.string().nullable(),
    asked_by: z.string(),
    asked_by_name: z.string(),
    asked_at: z.date(),
    grounds: z.string(),
    result: result.nullable(),
    reason: z.string(),
    decided_by_name: z.string().nullable(),
    decided_at: z.date().nullable(),
    done: z.boolean(),
    given_by: z.string().nullable(),
    given_by_name: z.string().nullable(),
    given_at: z.date().nullable(),
    how: z.enum(['created', 'reset', 'machine']).nullable(),
    changed_at: z.date().nullable(),
  }),
);
type Stored = z.infer<typeof found>[number];

/** What was asked for on accounts, for the second administrator and for whoever looks after them. */
export const listAccountProposals = defineQuery({
  operation: 'account-proposal.list',
  path: 'account-proposals',
  summary: '账号申请的复核',
  parameters: listAccountProposalsParameters,
  answer: accountProposalListSchema,
  reads: ['posts', 'units', 'rules'],
  handle(models, _parameters, { today, calendar }) {
    const since = shanghaiInstant(addDays(today, -DAYS), '00:00');
    return models.snapshot(async (at) => {
      const { rows } = await sql`
        select p.*, w.given_by, w.given_by_name, w.given_at, w.how, w.changed_at
        from projection_posts.proposal p left join projection_posts.password w on w.account_id = p.account_id where p.result is null or p.asked_at >= ${since}
        order by p.result is null desc, p.asked_at desc, p.proposal_id limit ${MOST}`.execute(at);
      const stored = found.parse(rows);
      const names = await unitNames(
        at,
        stored.flatMap(({ unit_id: unitId }) => (unitId === null ? [] : [unitId])),
      );
      const people = await models.peopleNamed(stored.map(({ account_id: accountId }) => accountId));
      const clock = await decisionClock(at);
      const proposals = stored.map((row) => ({
        ...shown(row, names, people.get(row.account_id) ?? ''),
        ...waitOf(row, { today, calendar, clock }),
      }));
      return { position: await asOf(at, 'posts'), proposals };
    });
  },
});

const clocks = z.array(z.object({ days: z.int() }));

/** How many working days the rules of the office leave for a decision. */
async function decisionClock(at: Snapshot): Promise<number> {
  const { rows } = await sql`
    select (policy->'clocks'->>'decide')::integer as days from projection_rules.policy
    where ledger_id is null order by place desc limit 1`.execute(at);
  return clocks.parse(rows)[0]?.days ?? DEFAULT_POLICY.clocks.decide;
}

/** Since when an open request waits, in working days after that on which it was asked for. */
function waitOf(
  { result: decided, asked_at: askedAt }: Stored,
  { today, calendar, clock }: Pick<QueryContext, 'today' | 'calendar'> & { readonly clock: number },
) {
  if (decided !== null) return { waited: null, late: false };
  const waited = Math.max(0, workingDaysBetween(dayInShanghai(askedAt.toISOString()), today, calendar));
  return { waited, late: waited > clock };
}

function shown(row: Stored, names: UnitNames, name: string) {
  const { unit_id: unitId, role, ledger_id: ledgerId } = row;
  return {
    proposalId: row.proposal_id,
    accountId: row.account_id,
    name,
    act: row.act,
    post: unitId === null || role === null ? null : { unit: names(unitId), role, ledgerId },
    askedBy: { accountId: row.asked_by, name: row.asked_by_name },
    askedAt: row.asked_at.toISOString(),
    grounds: row.grounds,
    password: passwordOf(row),
    result: row.result,
    reason: row.reason,
    decidedBy: row.decided_by_name,
    decidedAt: row.decided_at?.toISOString() ?? null,
    done: row.done,
  };
}

function passwordOf({ given_by: accountId, given_by_name: name, given_at: at, how, changed_at: changedAt }: Stored) {
  if (accountId === null || name === null || at === null || how === null) return null;
  return { by: { accountId, name }, at: at.toISOString(), how, changedAt: changedAt?.toISOString() ?? null };
}
