import { type Pool } from 'pg';
import { compileCalendar, DEFAULT_POLICY } from '#domain';
import { LOG_MIGRATIONS, type Position, PostgresEventStore } from '#event-store';
import { ControlledClock, createLogger, createPool, migrate } from '#platform';
import { SAMPLE_CALENDAR } from '../../domain/testing';
import {
  createProjectors,
  PROJECTION_MIGRATIONS,
  ProjectionRunner,
  type Projector,
  type ProjectorNeeds,
} from '../src/index';
import { LogWriter } from './log-writer';

const logger = createLogger('silent');

/** What `createTestDatabase` of the harness makes; it is passed in, as a lib does not reach for the harness. */
export interface LabDatabase {
  readonly appUrl: string;
  readonly appPool: Pool;
  readonly ownerPool: Pool;
  close(): Promise<void>;
}

/** A log and read models in a database of their own. */
export interface ProjectionLab {
  readonly store: PostgresEventStore;
  readonly pool: Pool;
  readonly writer: LogWriter;
  readonly clock: ControlledClock;
  readonly needs: ProjectorNeeds;
  /** A fresh set of the house's projectors, as a process has it. */
  projectors(): readonly Projector[];
  /** A started runner, as of another process; stopped with the lab unless before. */
  run(projectors?: readonly Projector[]): Promise<ProjectionRunner>;
  /** The log as another process sees it, which has read nothing of it; closed with the lab. */
  another(): PostgresEventStore;
  /** The log is restored from a copy that ends there (null: emptied); nobody is told. */
  endLogAt(position: Position | null): Promise<void>;
  /** All rows of the tables of a schema, each table sorted; for comparing. */
  rows(schema: string): Promise<Readonly<Record<string, readonly unknown[]>>>;
  close(): Promise<void>;
}

/** Makes the database, the log and the checkpoints. */
export async function openProjectionLab(createDatabase: () => Promise<LabDatabase>): Promise<ProjectionLab> {
  const database = await createDatabase();
  await migrate(database.ownerPool, LOG_MIGRATIONS, { lockKey: 1 });
  await migrate(database.appPool, PROJECTION_MIGRATIONS, { lockKey: 2 });
  const pool = createPool(database.appUrl, { max: 24, applicationName: 'test-projections', logger });
  const store = new PostgresEventStore({ pool, retryMs: 50 });
  const needs = { store, pool, builtIn: { calendar: compileCalendar(SAMPLE_CALENDAR), policy: DEFAULT_POLICY } };
  const clock = new ControlledClock('2025-03-03T01:00:00.000Z');
  const runners: ProjectionRunner[] = [];
  const stores = [store];
  const projectors = (): readonly Projector[] => createProjectors(needs);
  return {
    store,
    pool,
    clock,
    needs,
    projectors,
    writer: new LogWriter(store),
    run: async (chosen = projectors()) => {
      const runner = new ProjectionRunner({ store, pool, clock, logger, projectors: chosen });
      runners.push(runner);
      await runner.start();
      return runner;
    },
    another: () => {
      const other = new PostgresEventStore({ pool });
      stores.push(other);
      return other;
    },
    endLogAt: (position) => endLogAt(database.ownerPool, position),
    rows: (schema) => rowsOf(pool, schema),
    close: async () => {
      await Promise.all(runners.map((runner) => runner.stop()));
      await Promise.all(stores.map((each) => each.close()));
      await pool.end();
      await database.close();
    },
  };
}

async function endLogAt(owner: Pool, position: Position | null): Promise<void> {
  await owner.query('alter table log.event disable trigger all');
  await owner.query('delete from log.event where position > $1', [position ?? '0']);
  await owner.query('alter table log.event enable always trigger event_refuse_change');
}

async function rowsOf(pool: Pool, schema: string): Promise<Record<string, unknown[]>> {
  const tables = await pool.query<{ name: string }>(
    'select tablename as name from pg_tables where schemaname = $1 order by 1',
    [schema],
  );
  const found: Record<string, unknown[]> = {};
  for (const { name } of tables.rows) {
    const text = `select to_jsonb(t) as row from ${schema}.${name} t order by to_jsonb(t)::text collate "C"`;
    found[name] = (await pool.query<{ row: unknown }>(text)).rows.map(({ row }) => row);
  }
  return found;
}
