import { type PoolClient } from 'pg';
import { type ReadableEntry } from '../runtime/log-entry';
import { type Applier, type Projector, type Target } from '../runtime/projector';
import { createTables } from '../shared/table';
import { CALENDAR, POLICY } from './rules.table';

/** Every version of the rules that was published: policies of the office and of ledgers, and calendars. */
export function rulesProjector(): Projector {
  return {
    name: 'rules',
    version: 1,
    categories: new Set(['policy', 'calendar']),
    tables: createTables(POLICY, CALENDAR),
    indexes: () => '',
    open: (target) => new RulesApplier(target),
  };
}

class RulesApplier implements Applier {
  constructor(private readonly target: Target) {}

  async take(entries: readonly ReadableEntry[], client: PoolClient): Promise<void> {
    const { schema } = this.target;
    for (const { event, position } of entries) {
      if (event.type === 'policy.published') await client.query(POLICY.insertMissing(schema, [{ event, position }]));
      if (event.type === 'calendar.published')
        await client.query(CALENDAR.insertMissing(schema, [{ event, position }]));
    }
  }
}
