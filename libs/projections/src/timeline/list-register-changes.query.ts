import { sql } from 'kysely';
import { z } from 'zod';
import { listRegisterChangesParameters, MOST_REGISTER_CHANGES, registerChangesSchema } from '#contracts';
import { sightOf } from '#domain';
import { defineQuery } from '../queries/define-query';
import { asOf, unitNames } from '../queries/read-models';
import { allOf } from '../queries/sight-filter';
import { passwordResets } from './password-resets';
import { accountsIn, ENTRY_COLUMNS, storedEntrySchema, toEntry, unitsIn } from './timeline-rows';

const found = z.array(storedEntrySchema);

/** What was changed in the register since a form was opened: its form says who did what. Changes of accounts are for whoever may list accounts. */
export const listRegisterChanges = defineQuery({
  operation: 'register-change.list',
  path: 'register-changes',
  summary: '某一时点之后单位、账号、工作日历或办理规则的变动',
  parameters: listRegisterChangesParameters,
  answer: registerChangesSchema,
  reads: ['timeline', 'units', 'ledgers'],
  handle(models, { category, id, after }, { actor }) {
    const shown = after !== undefined && (category !== 'account' || sightOf(actor, 'account.list').length > 0);
    const wanted = allOf([
      shown ? sql`e.position > ${after}::bigint` : sql`false`,
      sql`e.category = ${category}`,
      ...(id === undefined ? [] : [sql`e.stream_id = ${id}`]),
    ]);
    return models.snapshot(async (at) => {
      const { rows } = await sql`
        select ${ENTRY_COLUMNS} from projection_timeline.entry e
        where ${wanted} order by e.position limit ${MOST_REGISTER_CHANGES}`.execute(at);
      const entries = found.parse(rows);
      const units = await unitNames(at, entries.flatMap(unitsIn));
      const resets = await passwordResets(at, entries);
      const people = await models.peopleNamed(entries.flatMap(accountsIn));
      const names = { units, resets, people, files: new Map(), children: new Map() };
      return { position: await asOf(at, 'timeline'), entries: entries.map((row) => toEntry(row, names)) };
    });
  },
});
