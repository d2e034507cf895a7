import { sql } from 'kysely';
import { z } from 'zod';
import { MOST_COUNTED, MOST_COUNTED_BY_WORDS } from '#contracts';
import { type Snapshot } from '../queries/read-models';
import { allOf, type Condition } from '../queries/sight-filter';
import { gramsToFind, normaliseForSearch } from '../shared/search-grams';

/** Words that are in more tasks than this are looked for in one row after another. */
const FREQUENT = 2_500;

const SEARCH = sql`projection_tasks.search s`;

const planSchema = z.object({ 'Plan Rows': z.number() });
const estimates = z.tuple([
  z.object({ 'QUERY PLAN': z.tuple([z.object({ Plan: z.object({ Plans: z.array(planSchema).min(2) }) })]) }),
]);

/** What a list is of: its tasks (`t`), and up to how many of them are counted. */
export interface Sought {
  readonly tasks: Condition;
  readonly most: number;
}

/**
 * The tasks of a list in which all words of a text occur. The index finds rare words. Frequent ones are met soon enough by
 * leafing through the list, and comparing a row's words costs less there than looking into its characters, which are stored
 * apart: something that the planner does not reckon with. Where the list is long as well, few of them are counted.
 * @param filtered those that the other filters let through
 */
export async function withWords(at: Snapshot, text: string, filtered: Condition): Promise<Sought> {
  const words = normaliseForSearch(text).split(' ').filter(Boolean);
  if (words.length === 0) return { tasks: filtered, most: MOST_COUNTED };
  const occurring = allOf(words.map((word) => sql`s.words like ${`%${word.replace(/[\\%_]/gu, '\\$&')}%`}`));
  const parts = words.map(gramsToFind);
  const grams = [...new Set(parts.flatMap((part) => part.grams))];
  const holding = holds(grams);
  const found = parts.some(({ compare }) => compare) ? allOf([holding, occurring]) : holding;
  const expected = await estimated(at, filtered, grams);
  if (!(await areFrequent(at, expected, found))) {
    const indexed = sql`t.task_id in (select s.task_id from ${SEARCH} where ${found})`;
    return { tasks: allOf([filtered, indexed]), most: MOST_COUNTED };
  }
  const compared = sql`exists (select from ${SEARCH} where s.task_id = t.task_id and ${occurring})`;
  const most = expected.filtered > MOST_COUNTED ? MOST_COUNTED_BY_WORDS : MOST_COUNTED;
  return { tasks: allOf([filtered, compared]), most };
}

/** How many tasks the planner expects. */
interface Expected {
  /** That the filters let through, words left aside. */
  readonly filtered: number;
  /** With all characters and pairs looked for: it takes them for independent, which those of one word are not. */
  readonly together: number;
  /** With the rarest of them. */
  readonly rarest: number;
}

async function estimated(at: Snapshot, filtered: Condition, grams: readonly string[]): Promise<Expected> {
  const searches = [grams, ...grams.map((gram) => [gram])].map(
    (some) => sql`select from ${SEARCH} where ${holds(some)}`,
  );
  const list = sql`select from projection_tasks.task t where ${filtered}`;
  const { rows } = await sql`explain (format json) ${sql.join([...searches, list], sql` union all `)}`.execute(at);
  const [{ 'QUERY PLAN': explained }] = estimates.parse(rows);
  const [together = 0, ...rest] = explained[0].Plan.Plans.map((part) => part['Plan Rows']);
  const alone = rest.slice(0, grams.length);
  // Filters that let nothing through by themselves have no part in the plan.
  return { filtered: rest[grams.length] ?? 0, together, rarest: Math.min(...alone) };
}

/** Whether more than FREQUENT tasks are found. Where the rarest of the characters leaves it open, they are counted. */
async function areFrequent(at: Snapshot, { together, rarest }: Expected, found: Condition): Promise<boolean> {
  if (rarest <= FREQUENT) return false;
  return together > FREQUENT || (await countUpTo(at, found, FREQUENT + 1)) > FREQUENT;
}

function holds(grams: readonly string[]): Condition {
  return sql`s.grams @> ${grams}::text[]`;
}

async function countUpTo(at: Snapshot, found: Condition, most: number): Promise<number> {
  const { rows } = await sql<{ counted: number }>`
    select count(*)::integer as counted from (select from ${SEARCH} where ${found} limit ${most}) as counted`.execute(
    at,
  );
  return rows[0]?.counted ?? 0;
}
