import { type PoolClient } from 'pg';
import { type ReadableEntry } from '../runtime/log-entry';
import { type Applier, type Projector, type Target } from '../runtime/projector';
import { createTables } from '../shared/table';
import { CALENDAR, LOWERING, POLICY } from './rules.table';

/** Every version of the rules that was published: policies of the office and of ledgers, and calendars; and whether a lower protection level is asked for. */
export function rulesProjector(): Projector {
  return {
    name: 'rules',
    version: 2,
    categories: new Set(['policy', 'calendar']),
    tables: createTables(POLICY, CALENDAR, LOWERING),
    indexes: () => '',
    open: (target) => new RulesApplier(target),
  };
}

class RulesApplier implements Applier {
  constructor(private readonly target: Target) {}

  async take(entries: readonly ReadableEntry[], client: PoolClient): Promise<void> {
    const { schema } = this.target;
    for (const { event, position } of entries) {
      if (event.type === 'policy.published') {
        await client.query(POLICY.insertMissing(schema, [{ event, position }]));
        // Only the office's rules have a level.
        if (event.data.ledgerId === null) await client.query(`delete from ${schema}.lowering`);
      }
      if (event.type === 'policy.lowering-asked') await client.query(LOWERING.upsert(schema, [{ event }]));
      if (event.type === 'calendar.published')
        await client.query(CALENDAR.insertMissing(schema, [{ event, position }]));
    }
  }
}
