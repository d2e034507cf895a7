import { sql } from 'kysely';
import { type ListEventsParameters } from '#contracts';
import { addDays, AGGREGATES, type Day, shanghaiInstant, type Sight } from '#domain';
import { type Snapshot } from '../queries/read-models';
import { allOf, anyOf, type Condition, inEarnest } from '../queries/sight-filter';

/** The entries (`e`) that a list is of: those that the filters let through, of those that the person may see. */
export async function eventsWanted(
  at: Snapshot,
  parameters: ListEventsParameters,
  sights: readonly Sight[],
): Promise<Condition> {
  const { accountId, unitId, taskId, ledgerId, from, to } = parameters;
  return allOf([
    entryInSight(sights),
    ...(accountId === undefined ? [] : [sql`e.account_id = ${accountId}::uuid`]),
    ...(unitId === undefined ? [] : [sql`e.unit_id = ${unitId}::uuid`]),
    ...(taskId === undefined ? [] : [sql`e.task_id = ${taskId}::uuid`]),
    ...(ledgerId === undefined ? [] : [sql`e.ledger_id = ${ledgerId}::uuid`]),
    ...(from === undefined ? [] : [sql`e.position >= ${await firstOf(at, from)}::bigint`]),
    ...(to === undefined ? [] : [sql`e.position < ${await firstOf(at, addDays(to, 1))}::bigint`]),
  ]);
}

/** The types asked for, by name and by category; null when all are. */
export function typesWanted({ type, category }: ListEventsParameters): readonly string[] | null {
  if (category === undefined) return type ?? null;
  const ofCategory = category.flatMap((each) => Object.keys(AGGREGATES[each].events));
  return type === undefined ? ofCategory : type.filter((each) => ofCategory.includes(each));
}

/** The entries (`e`) that somebody may see. */
function entryInSight(sights: readonly Sight[]): Condition {
  const register = sights.some(({ kind }) => kind === 'register');
  const ledgers = sights.flatMap((sight) => (sight.kind === 'ledger' ? [sight.ledgerId] : []));
  const named = ledgers.filter((ledgerId) => ledgerId !== null);
  return anyOf([
    ...(ledgers.includes(null) ? [sql`(e.ledger_id is not null and ${inEarnest(sql`e.ledger_id`, 'timeline')})`] : []),
    ...(named.length === 0 ? [] : [sql`e.ledger_id = any(${named}::uuid[])`]),
    ...(register ? [sql`e.ledger_id is null`] : []),
  ]);
}

const BEYOND_ALL = '9223372036854775807';

/** The position of the first entry recorded on a day or later, beyond all others when there is none. */
async function firstOf(at: Snapshot, day: Day): Promise<string> {
  const { rows } = await sql<{ position: string }>`
    select position::text from projection_timeline.entry where reached_at >= ${shanghaiInstant(day, '00:00')}::timestamptz
    order by reached_at, position limit 1`.execute(at);
  return rows[0]?.position ?? BEYOND_ALL;
}
