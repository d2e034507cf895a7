import { sql } from 'kysely';
import { z } from 'zod';
import { listUnitListsParameters, unitListsSchema } from '#contracts';
import { defineQuery } from '../queries/define-query';
import { asOf, unitNames } from '../queries/read-models';
import { allOf, ledgerInSight } from '../queries/sight-filter';

const found = z.array(z.object({ name: z.string(), unit_ids: z.array(z.string()) }));

/** The lists of units that splits in a ledger have used, by name. */
export const listUnitLists = defineQuery({
  operation: 'unit-list.list',
  path: 'unit-lists',
  summary: '分解时用过的单位名单',
  parameters: listUnitListsParameters,
  answer: unitListsSchema,
  reads: ['tasks', 'units', 'ledgers'],
  handle(models, { ledgerId }, { sights }) {
    return models.snapshot(async (at) => {
      const { rows } = await sql`
        select l.name, l.unit_ids from projection_tasks.unit_list l
        where ${allOf([sql`l.ledger_id = ${ledgerId}::uuid`, ledgerInSight(sights, sql`l.ledger_id`)])}
        order by l.name`.execute(at);
      const lists = found.parse(rows);
      const names = await unitNames(
        at,
        lists.flatMap((list) => list.unit_ids),
      );
      return {
        position: await asOf(at, 'tasks'),
        lists: lists.map(({ name, unit_ids: unitIds }) => ({ name, units: unitIds.map(names) })),
      };
    });
  },
});
