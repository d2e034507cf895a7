import { sql } from 'kysely';
import { z } from 'zod';
import { gramsToFind, normaliseForSearch } from '../shared/search-grams';
import { type Snapshot } from './read-models';
import { allOf, type Condition } from './sight-filter';

/** Words that are in more tasks than this are looked for in one row after another. */
const FREQUENT = 2_500;

const SEARCH = sql`projection_tasks.search s`;

const planSchema = z.object({ 'Plan Rows': z.number() });
const estimates = z.tuple([
  z.object({ 'QUERY PLAN': z.tuple([z.object({ Plan: z.object({ Plans: z.array(planSchema).min(2) }) })]) }),
]);

/**
 * Tasks (`t`) in which all words occur; null when there is no word. The index finds rare words. Frequent ones are met soon
 * enough by leafing through the list, and comparing a row's words costs less there than looking into its characters, which are
 * stored apart: something that the planner does not reckon with.
 */
export async function withWords(at: Snapshot, text: string): Promise<Condition | null> {
  const words = normaliseForSearch(text).split(' ').filter(Boolean);
  if (words.length === 0) return null;
  const occurring = allOf(words.map((word) => sql`s.words like ${`%${word.replace(/[\\%_]/gu, '\\$&')}%`}`));
  const parts = words.map(gramsToFind);
  const grams = [...new Set(parts.flatMap((part) => part.grams))];
  const holding = holds(grams);
  const found = parts.some(({ compare }) => compare) ? allOf([holding, occurring]) : holding;
  return (await areFrequent(at, grams, found))
    ? sql`exists (select from ${SEARCH} where s.task_id = t.task_id and ${occurring})`
    : sql`t.task_id in (select s.task_id from ${SEARCH} where ${found})`;
}

function holds(grams: readonly string[]): Condition {
  return sql`s.grams @> ${grams}::text[]`;
}

/**
 * Whether more than FREQUENT tasks are found. The database estimates it, taking the characters for independent of each other,
 * which those of one word are not: where the rarest of them leaves it open, it is counted.
 */
async function areFrequent(at: Snapshot, grams: readonly string[], found: Condition): Promise<boolean> {
  const each = [grams, ...grams.map((gram) => [gram])].map((some) => sql`select from ${SEARCH} where ${holds(some)}`);
  const { rows } = await sql`explain (format json) ${sql.join(each, sql` union all `)}`.execute(at);
  const [{ 'QUERY PLAN': explained }] = estimates.parse(rows);
  const [together = 0, ...alone] = explained[0].Plan.Plans.map((part) => part['Plan Rows']);
  if (Math.min(...alone) <= FREQUENT) return false;
  return together > FREQUENT || (await countUpTo(at, found, FREQUENT + 1)) > FREQUENT;
}

async function countUpTo(at: Snapshot, found: Condition, most: number): Promise<number> {
  const { rows } = await sql<{ counted: number }>`
    select count(*)::integer as counted from (select from ${SEARCH} where ${found} limit ${most}) as counted`.execute(
    at,
  );
  return rows[0]?.counted ?? 0;
}
