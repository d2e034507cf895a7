import { sql } from 'kysely';
import { z } from 'zod';
import { gramsToFind, normaliseForSearch } from '../shared/search-grams';
import { type Snapshot } from './read-models';
import { allOf, type Condition } from './sight-filter';

/** Words that are in more tasks than this (as the database estimates) are looked for in one row after another. */
const FREQUENT = 5_000;

const estimates = z.tuple([
  z.object({ 'QUERY PLAN': z.tuple([z.object({ Plan: z.object({ 'Plan Rows': z.number() }) })]) }),
]);

/**
 * Tasks (`t`) in which all words occur; null when there is no word. The index finds rare words. A frequent one is met soon
 * enough by leafing through the list, and comparing a row's words costs less there than looking into its characters, which are
 * stored apart: something that the planner does not reckon with.
 */
export async function withWords(at: Snapshot, text: string): Promise<Condition | null> {
  const words = normaliseForSearch(text).split(' ').filter(Boolean);
  if (words.length === 0) return null;
  const occurring = allOf(words.map((word) => sql`s.words like ${`%${word.replace(/[\\%_]/gu, '\\$&')}%`}`));
  const parts = words.map(gramsToFind);
  const grams = sql`s.grams @> ${[...new Set(parts.flatMap((part) => part.grams))]}::text[]`;
  const search = sql`projection_tasks.search s`;
  const { rows } = await sql`explain (format json) select from ${search} where ${grams}`.execute(at);
  const [{ 'QUERY PLAN': plan }] = estimates.parse(rows);
  if (plan[0].Plan['Plan Rows'] > FREQUENT) {
    return sql`exists (select from ${search} where s.task_id = t.task_id and ${occurring})`;
  }
  const found = parts.some(({ compare }) => compare) ? allOf([grams, occurring]) : grams;
  return sql`t.task_id in (select s.task_id from ${search} where ${found})`;
}
