import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { verifyChain } from '#event-store';
import { checkTallies, liveSchema, rebuildProjection } from '#projections';
import { eventually, seededRandom, startRedis, type TestRedis } from '#testing';
import { projectorsOn } from '../../apps/cli/src/projectors';
import { type BusyOffice, openBusyOffice } from './support/busy-office';
import { CommandBook } from './support/command-book';
import { type Fault, FAULTS, Stage } from './support/faults';
import { Load } from './support/load';
import { LogCopy } from './support/log-copy';
import {
  faultsOfAccepted,
  faultsOfImports,
  faultsOfRefused,
  faultsOfReminders,
  faultsOfSeries,
  faultsOfStrays,
} from './support/log-promises';
import { isLevel, type ProductDatabase, rowsOf, withDatabase } from './support/product-database';
import { type ProductFolder, productFolder } from './support/product-folder';
import { buildProduct } from './support/product-process';

const SEED = Number(process.env['TAIZHANG_SEED'] ?? randomInt(2 ** 31));
const ROUNDS = Number(process.env['TAIZHANG_FAULT_ROUNDS'] ?? 10);
/** The load before each fault, in milliseconds. */
const LOAD = { from: 150, to: 1_500 };
/** Between the last burst of commands over several streams and the fault, in milliseconds. */
const BURST = { from: 0, to: 60 };
const UNDERWAY = 10;

jest.setTimeout(300_000 + ROUNDS * 60_000);

describe(`faults under load (TAIZHANG_SEED=${SEED})`, () => {
  let folder: ProductFolder;
  let redis: TestRedis;
  const book = new CommandBook();
  const log = new LogCopy();
  const random = seededRandom(SEED);

  beforeAll(async () => {
    buildProduct();
    folder = await productFolder();
    redis = await startRedis();
  });
  afterAll(async () => {
    await folder.close();
    await redis.close();
  });

  it(`lose nothing that was acknowledged, in ${ROUNDS} rounds`, async () => {
    const stage = await Stage.open(folder, redis);
    const counts = { underway: UNDERWAY, verified: 3 * ROUNDS, overdue: 2 * ROUNDS };
    const office = await openBusyOffice(await stage.serving(), folder.path, counts);
    await withDatabase(folder, ({ store }) => log.readOn(store));
    const before = new Set(log.commands().map(({ commandId }) => commandId));
    const load = new Load(office, book, random);
    for (const fault of faultsOfRounds()) await round(stage, load, fault);
    await withDatabase(folder, (database) => checkAll(database, office, before));
    await stopUnderLoad(stage, load);
  });

  /** Each fault in turn, in an order of chance. */
  function faultsOfRounds(): readonly Fault[] {
    const turns = Array.from({ length: Math.ceil(ROUNDS / FAULTS.length) }, () => random.shuffle(FAULTS));
    return turns.flat().slice(0, ROUNDS);
  }

  async function round(stage: Stage, load: Load, fault: Fault): Promise<void> {
    const address = await stage.serving();
    const answeredBefore = book.answered.length;
    const running = load.run(address);
    // The one place where time itself is the test: a fault comes at any moment.
    const moment = () => Promise.race([sleep(random.integer(LOAD.from, LOAD.to)), running]);
    await moment();
    const lastWords = load.burst(address);
    await Promise.race([sleep(random.integer(BURST.from, BURST.to)), lastWords]);
    const struck = fault.strike(stage, moment);
    if (fault.stopsLoad) load.stop();
    await struck;
    load.stop();
    await Promise.all([running, lastWords]);
    await book.retryUnanswered(await stage.serving());
    await withDatabase(folder, ({ store }) => log.readOn(store));
    expect({ fault: fault.name, lost: faultsOfAccepted(log, book.accepted(answeredBefore)) }).toEqual({
      fault: fault.name,
      lost: [],
    });
  }

  /** Told to stop it answers what it has begun, and ends well. */
  async function stopUnderLoad(stage: Stage, load: Load): Promise<void> {
    const answeredBefore = book.answered.length;
    const running = load.run(await stage.serving());
    await Promise.race([sleep(LOAD.from), running]);
    const stopped = stage.stop();
    load.stop();
    await running;
    expect(await stopped).toBe(0);
    await stage.start();
    await book.retryUnanswered(await stage.serving());
    await withDatabase(folder, ({ store }) => log.readOn(store));
    expect(faultsOfAccepted(log, book.accepted(answeredBefore))).toEqual([]);
    await stage.stop();
  }

  async function checkAll(database: ProductDatabase, office: BusyOffice, before: ReadonlySet<string>): Promise<void> {
    const { store } = database;
    // What follows by itself, imports and reminders, is given the time that it takes.
    await eventually(
      async () => {
        await log.readOn(store);
        const faults = [...faultsOfImports(log), ...faultsOfSeries(log), ...faultsOfReminders(log, office.overdue)];
        expect(faults).toEqual([]);
      },
      { timeoutMs: 90_000 },
    );
    expect(faultsOfRefused(log, book.refused())).toEqual([]);
    expect(faultsOfStrays(log, book, before)).toEqual([]);
    // Not what was read on the way, but what the log holds now.
    const whole = new LogCopy();
    await whole.readOn(store);
    expect(faultsOfAccepted(whole, book.accepted())).toEqual([]);
    expect((await verifyChain(store)).firstBreak).toBeNull();
    await checkProjections(database);
  }

  /** What is shown is what a replay gives, and every event went in once: rows, timers, the inbox. */
  async function checkProjections(database: ProductDatabase): Promise<void> {
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
});
