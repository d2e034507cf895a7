import { verifyChain } from '#event-store';
import { checkTallies, liveSchema, rebuildProjection } from '#projections';
import { projectorsOn } from '#runtime';
import { eventually } from '#testing';
import { type BusyOffice } from './busy-office';
import { type CommandBook } from './command-book';
import { LogCopy } from './log-copy';
import {
  faultsOfAccepted,
  faultsOfImports,
  faultsOfRefused,
  faultsOfReminders,
  faultsOfSeries,
  faultsOfStrays,
} from './log-promises';
import { isLevel, type ProductDatabase, rowsOf } from './product-database';

/** What the promises are held against. */
export interface Promises {
  readonly office: BusyOffice;
  readonly book: CommandBook;
  /** What was read of the log on the way. */
  readonly log: LogCopy;
  /** Commands that were there before the load began. */
  readonly before: ReadonlySet<string>;
  /** The product's own moment: a test that holds its clock leaves timers that lie ahead of it, though long past by the wall's. */
  readonly now: () => Date;
}

/** Every promise, after everything: commands, what follows from them, the chain, and what is shown. */
export async function checkPromises(database: ProductDatabase, promises: Promises): Promise<void> {
  const { office, book, log, before, now } = promises;
  const { store } = database;
  // What follows by itself, imports and reminders, is given the time that it takes.
  await eventually(
    async () => {
      await log.readOn(store);
      const faults = [...faultsOfImports(log), ...faultsOfSeries(log), ...faultsOfReminders(log, office.overdue)];
      expect(faults).toEqual([]);
      // A task has several clocks: one that was told does not mean that the others have been.
      expect(await dueTimers(database, now())).toBe(0);
    },
    { timeoutMs: 90_000 },
  );
  expect(faultsOfRefused(log, book.refused())).toEqual([]);
  expect(faultsOfStrays(log, book, before)).toEqual([]);
  // Not what was read on the way, but what the log holds now.
  const whole = new LogCopy();
  await whole.readOn(store);
  expect(faultsOfAccepted(whole, book.accepted())).toEqual([]);
  expect((await verifyChain(store)).breaks).toEqual([]);
  await checkShown(database);
}

async function dueTimers({ pool }: ProductDatabase, now: Date): Promise<number> {
  const { rows } = await pool.query<{ due: number }>(
    'select count(*)::integer as due from projection_timers.timer where fire_at <= $1',
    [now],
  );
  return rows[0]?.due ?? 0;
}

/** What is shown is what a replay gives, and every event went in once: rows, timers, the inbox. */
export async function checkShown(database: ProductDatabase): Promise<void> {
  const { store, pool } = database;
  await eventually(async () => expect(await isLevel(database)).toBe(true), { timeoutMs: 60_000 });
  const findings = await checkTallies(store, pool, projectorsOn(store, pool));
  expect(findings.filter(({ verdict }) => verdict !== 'complete')).toEqual([]);
  for (const projector of projectorsOn(store, pool)) {
    const schema = liveSchema(projector.name);
    const shown = await rowsOf(database, schema);
    await rebuildProjection({ store, pool, projector });
    expect(await rowsOf(database, schema)).toEqual(shown);
  }
}
