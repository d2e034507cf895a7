import { sql } from 'kysely';
import { z } from 'zod';
import { type Snapshot } from '../queries/read-models';
import { type Condition } from '../queries/sight-filter';
import { type TallyFigure } from '../tasks/tally-figures';

const found = z.array(z.object({ side: z.enum(['unit', 'section']), item: z.string(), drafts: z.int() }));

/** Gives how many of an item's tasks are drafts. */
export type DraftsOf = (figure: Pick<TallyFigure, 'side' | 'item'>) => number;

/**
 * Of some tasks (`t`) those that are not on the account yet, by section and lead unit. They have no box of the tally: there are few of
 * them, but for the hour of an import, and their status has an index.
 */
export async function draftsAmong(at: Snapshot, own: Condition): Promise<DraftsOf> {
  const { rows } = await sql`
    with draft as materialized (
      select t.section, t.lead_unit_ids from projection_tasks.task t where ${own} and t.status = 'draft'
    )
    select 'section' as side, section as item, count(*)::integer as drafts from draft group by 2
    union all
    select 'unit', unit::text, count(*)::integer from draft, unnest(lead_unit_ids) as unit group by 2`.execute(at);
  const drafts = new Map(found.parse(rows).map(({ side, item, drafts: count }) => [`${side} ${item}`, count]));
  return ({ side, item }) => drafts.get(`${side} ${item}`) ?? 0;
}
