import { type PoolClient } from 'pg';
import { z } from 'zod';
import { aggregateNamed, isEventOf, type RecordedOf, type UnitState } from '#domain';
import { type ReadableEntry } from '../runtime/log-entry';
import { type Applier, type Projector, type Target } from '../runtime/projector';
import { createTables } from '../shared/table';
import { UNIT } from './unit.table';

/** The register of units: names, aliases, and who stands above whom. */
export function unitProjector(): Projector {
  return {
    name: 'units',
    version: 2,
    categories: new Set(['unit']),
    tables: createTables(UNIT),
    indexes: (schema) => `
create index unit_by_parent on ${schema}.unit (parent_id);
create index unit_by_words on ${schema}.unit using gin (words);`,
    open: (target) => new UnitApplier(target),
  };
}

const unitRows = z.array(
  z.object({ name: z.string(), parent_id: z.string().nullable(), aliases: z.array(z.string()) }),
);

class UnitApplier implements Applier {
  constructor(private readonly target: Target) {}

  async take(entries: readonly ReadableEntry[], client: PoolClient): Promise<void> {
    for (const entry of entries) {
      if (isEventOf('unit', entry.event)) await this.applyOne(entry, entry.event, client);
    }
  }

  private async applyOne(
    { id, revision, position }: ReadableEntry,
    event: RecordedOf<'unit'>,
    client: PoolClient,
  ): Promise<void> {
    const state = aggregateNamed('unit').evolve(await this.stateOf(id, client), event);
    if (state === null) throw new Error(`unit ${id}: its stream begins with ${event.type}`);
    await client.query(UNIT.upsert(this.target.schema, [{ unitId: id, state, revision, position }]));
  }

  private async stateOf(unitId: string, client: PoolClient): Promise<UnitState | null> {
    const text = `select name, parent_id, aliases from ${this.target.schema}.unit where unit_id = $1`;
    const [row] = unitRows.parse((await client.query(text, [unitId])).rows);
    return row ? { name: row.name, parentId: row.parent_id, aliases: row.aliases } : null;
  }
}
