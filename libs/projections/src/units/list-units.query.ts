import { sql } from 'kysely';
import { z } from 'zod';
import { type ListUnitsParameters, listUnitsParameters, type UnitList, unitListSchema } from '#contracts';
import { readCursor, writeCursor } from '../queries/cursor';
import { defineQuery } from '../queries/define-query';
import { asOf, type Snapshot } from '../queries/read-models';
import { allOf, type Condition } from '../queries/sight-filter';
import { normaliseForSearch } from '../shared/search-grams';

interface StoredUnit {
  readonly unit_id: string;
  readonly name: string;
  readonly parent_id: string | null;
  readonly aliases: string[];
  readonly words: string[];
}

const key = z.tuple([z.string(), z.uuid()]);

/** The register of units, by name; each with the units above it. */
export const listUnits = defineQuery({
  operation: 'unit.list',
  path: 'units',
  summary: '单位名录',
  parameters: listUnitsParameters,
  answer: unitListSchema,
  reads: ['units'],
  handle(models, parameters) {
    const { limit } = parameters;
    return models.snapshot(async (at) => {
      const { rows } = await sql<StoredUnit>`
        select u.unit_id, u.name, u.parent_id, u.aliases, u.words from projection_units.unit u
        where ${allOf(unitsWanted(parameters))}
        order by u.name collate "C", u.unit_id limit ${limit + 1}`.execute(at);
      const shown = rows.slice(0, limit);
      const above = await unitsAbove(
        at,
        shown.map((row) => row.unit_id),
      );
      const last = shown.at(-1);
      return {
        position: await asOf(at, 'units'),
        units: shown.map((row) => ({
          unitId: row.unit_id,
          name: row.name,
          parentId: row.parent_id,
          above: above.get(row.unit_id) ?? [],
          aliases: row.aliases,
        })),
        matches: (parameters.names ?? []).map((name) => ({ name, unitIds: calledSo(shown, name) })),
        next: rows.length > limit && last ? writeCursor([last.name, last.unit_id]) : null,
      };
    });
  },
});

function unitsWanted({ ids, text, names, cursor }: ListUnitsParameters): Condition[] {
  const from = readCursor(cursor, key);
  const part = text === undefined ? '' : normaliseForSearch(text);
  return [
    ...(ids === undefined ? [] : [sql`u.unit_id = any(${ids}::uuid[])`]),
    ...(part === '' ? [] : [called(part)]),
    ...(names === undefined ? [] : [sql`u.words && ${names.map(normaliseForSearch)}::text[]`]),
    ...(from === null ? [] : [sql`(u.name collate "C", u.unit_id) > (${from[0]}, ${from[1]}::uuid)`]),
  ];
}

/** Part of a name or alias, or of their initials. */
function called(part: string): Condition {
  return sql`exists (select from unnest(u.words || u.initials) w where position(${part} in w) > 0)`;
}

function calledSo(units: readonly StoredUnit[], name: string): string[] {
  const word = normaliseForSearch(name);
  return units.filter(({ words }) => words.includes(word)).map((row) => row.unit_id);
}

type Above = UnitList['units'][number]['above'];

async function unitsAbove(at: Snapshot, unitIds: readonly string[]): Promise<ReadonlyMap<string, Above>> {
  const { rows } = await sql<{ of: string; unit_id: string; name: string }>`
    with recursive above as (
      select u.unit_id as of, p.unit_id, p.name, p.parent_id, 1 as step
      from projection_units.unit u join projection_units.unit p on p.unit_id = u.parent_id
      where u.unit_id = any(${unitIds}::uuid[])
      union all
      select a.of, p.unit_id, p.name, p.parent_id, a.step + 1
      from above a join projection_units.unit p on p.unit_id = a.parent_id
    ) cycle unit_id set looped using path
    select of, unit_id, name from above where not looped order by of, step`.execute(at);
  const above = new Map<string, Above>();
  for (const { of, unit_id: unitId, name } of rows) above.set(of, [...(above.get(of) ?? []), { unitId, name }]);
  return above;
}
