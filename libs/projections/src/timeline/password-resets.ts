import { sql } from 'kysely';
import { z } from 'zod';
import { type Snapshot } from '../queries/read-models';

/** How long a reset shows beside what is done with the account, in milliseconds: 30 days. */
const SHOWN_FOR = 30 * 24 * 3_600_000;

/** Who did something, and when. */
interface Acted {
  readonly account_id: string;
  readonly recorded_at: Date;
}

/** When the password of whoever did something had last been reset by somebody else in the 30 days before, ISO 8601; null when it had not. */
export type PasswordResets = (entry: Acted) => string | null;

const found = z.array(z.object({ account_id: z.string(), recorded_at: z.date() }));

/** Asks for the resets of those who did some things. */
export async function passwordResets(at: Snapshot, entries: readonly Acted[]): Promise<PasswordResets> {
  const accountIds = [...new Set(entries.map((entry) => entry.account_id))];
  const { rows } = await sql`
    select e.stream_id as account_id, e.recorded_at from projection_timeline.entry e
    where e.type = 'account.password-reset' and e.stream_id = any(${accountIds}::text[])
    order by e.position desc`.execute(at);
  const resets = found.parse(rows);
  return (entry) => {
    const last = resets.find(
      (reset) => reset.account_id === entry.account_id && reset.recorded_at <= entry.recorded_at,
    );
    const shown = last && entry.recorded_at.getTime() - last.recorded_at.getTime() <= SHOWN_FOR;
    return shown ? last.recorded_at.toISOString() : null;
  };
}
