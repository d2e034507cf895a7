import { type Pool } from 'pg';
import { z } from 'zod';
import { withTransaction } from '#platform';

/** A row as PostgreSQL writes it as JSON: what a backup keeps, whatever columns there are. */
type Row = Readonly<Record<string, unknown>>;

/** Where somebody has looked up to, as a backup keeps it. */
export interface KeptSeenMark {
  readonly accountId: string;
  readonly position: string;
  readonly seenAt: Date;
}

/** What is kept of accounts: they themselves, their tokens, their marks. Sessions end with the place they were opened in. */
export interface IdentityCopy {
  readonly accounts: readonly Row[];
  readonly apiTokens: readonly Row[];
  readonly seenMarks: readonly KeptSeenMark[];
}

const jsonRows = z.array(z.object({ row: z.record(z.string(), z.unknown()) }));
const markRows = z.array(z.object({ account_id: z.string(), position: z.string(), seen_at: z.date() }));

/** A copy of one moment. It holds digests of passwords and tokens: keep it as safe as those. */
export async function copyIdentity(pool: Pool): Promise<IdentityCopy> {
  return withTransaction(pool, async (client) => {
    await client.query('set transaction isolation level repeatable read, read only');
    const rowsOf = async (table: string): Promise<Row[]> => {
      const { rows } = await client.query(`select to_jsonb(t) as row from identity.${table} t order by created_at, 1`);
      return jsonRows.parse(rows).map(({ row }) => row);
    };
    const marks = await client.query('select account_id, position::text, seen_at from identity.seen_mark');
    const seenMarks = markRows.parse(marks.rows).map(({ account_id, position, seen_at }) => {
      return { accountId: account_id, position, seenAt: seen_at };
    });
    return { accounts: await rowsOf('account'), apiTokens: await rowsOf('api_token'), seenMarks };
  });
}

/** Puts a copy back, all of it or nothing; what is there already stays. */
export async function restoreIdentity(pool: Pool, { accounts, apiTokens, seenMarks }: IdentityCopy): Promise<void> {
  await withTransaction(pool, async (client) => {
    const fill = async (table: string, rows: readonly Row[]): Promise<void> => {
      await client.query(
        `insert into identity.${table} select * from jsonb_populate_recordset(null::identity.${table}, $1)
         on conflict do nothing`,
        [JSON.stringify(rows)],
      );
    };
    await fill('account', accounts);
    await fill('api_token', apiTokens);
    for (const { accountId, position, seenAt } of seenMarks) {
      await client.query(
        `insert into identity.seen_mark (account_id, position, seen_at) values ($1, $2, $3) on conflict do nothing`,
        [accountId, position, seenAt],
      );
    }
  });
}
