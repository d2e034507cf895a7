import { AGGREGATE_NAMES } from '#domain';
import { LRUCache } from 'lru-cache';
import { type PoolClient } from 'pg';
import { z } from 'zod';
import { type ReadableEntry } from '../runtime/log-entry';
import { type Applier, type Projector, type Target } from '../runtime/projector';
import { columnsOf } from '../shared/columns';
import { keepPracticeLedgers, PRACTICE_LEDGER } from '../shared/practice-ledgers';
import { plainArray } from '../shared/sql-arrays';
import { createTables, table } from '../shared/table';
import { ENTRY, entryIndexes } from './entry.table';

/** The course of everything: one row per event of the log, with what a whole sentence about it needs. */
export function timelineProjector(): Projector {
  return {
    name: 'timeline',
    version: 5,
    categories: new Set(AGGREGATE_NAMES),
    tables: createTables(ENTRY, LEDGER_OF, PRACTICE_LEDGER),
    indexes: entryIndexes,
    open: (target) => new TimelineApplier(target),
  };
}

interface LedgerOfTask {
  readonly taskId: string;
  readonly ledgerId: string;
}

const column = columnsOf<LedgerOfTask>();

/** The ledgers of tasks: only a task's first event names it. */
const LEDGER_OF = table('ledger_of', {
  task_id: column.uuid(({ taskId }) => taskId, { key: true }),
  ledger_id: column.uuid(({ ledgerId }) => ledgerId),
});

const KEPT_TASKS = 50_000;
const lastRows = z.array(z.object({ reached_at: z.date() }));
const ledgerRows = z.array(z.object({ task_id: z.string(), ledger_id: z.string() }));

class TimelineApplier implements Applier {
  /** The latest moment in the rows; undefined when it is to be asked for. */
  private reached: string | undefined;

  private readonly ledgers = new LRUCache<string, string>({ max: KEPT_TASKS });

  constructor(private readonly target: Target) {}

  async take(entries: readonly ReadableEntry[], client: PoolClient): Promise<void> {
    const { schema } = this.target;
    await keepPracticeLedgers(schema, entries, client);
    let reached = this.reached ?? (await this.latest(client));
    const ledgers = await this.ledgersOf(entries, client);
    const rows = entries.map((entry) => {
      const { recordedAt } = entry.event.metadata;
      if (recordedAt > reached) reached = recordedAt;
      return { entry, reachedAt: reached, taskLedgerId: ledgers.get(entry.id) ?? null };
    });
    this.reached = reached;
    await client.query(ENTRY.insert(schema, rows));
  }

  forget(): void {
    this.reached = undefined;
    this.ledgers.clear();
  }

  private async latest(client: PoolClient): Promise<string> {
    const text = `select reached_at from ${this.target.schema}.entry order by position desc limit 1`;
    const [row] = lastRows.parse((await client.query(text)).rows);
    return row?.reached_at.toISOString() ?? '';
  }

  /** The ledgers of tasks, by id: a task's first event names it. */
  private async ledgersOf(entries: readonly ReadableEntry[], client: PoolClient): Promise<ReadonlyMap<string, string>> {
    const drafted = entries.flatMap(({ id, event }) =>
      event.type === 'task.drafted' ? [{ taskId: id, ledgerId: event.data.ledgerId }] : [],
    );
    await this.keepLedgers(drafted, client);
    const found = new Map(drafted.map(({ taskId, ledgerId }) => [taskId, ledgerId]));
    const missing = new Set<string>();
    for (const { category, id } of entries) {
      if (category !== 'task' || found.has(id)) continue;
      const ledgerId = this.ledgers.get(id);
      if (ledgerId === undefined) missing.add(id);
      else found.set(id, ledgerId);
    }
    if (missing.size === 0) return found;
    const { schema } = this.target;
    const result = await client.query({
      name: `${schema}-ledgers`,
      text: `select task_id, ledger_id from ${schema}.ledger_of where task_id = any($1::uuid[])`,
      values: [plainArray([...missing])],
    });
    for (const row of ledgerRows.parse(result.rows)) {
      this.ledgers.set(row.task_id, row.ledger_id);
      found.set(row.task_id, row.ledger_id);
    }
    return found;
  }

  private async keepLedgers(drafted: readonly LedgerOfTask[], client: PoolClient): Promise<void> {
    if (drafted.length === 0) return;
    await client.query(LEDGER_OF.insert(this.target.schema, drafted));
    for (const { taskId, ledgerId } of drafted) this.ledgers.set(taskId, ledgerId);
  }
}
