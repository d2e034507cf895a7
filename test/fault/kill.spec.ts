import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { verifyChain } from '#event-store';
import { liveSchema, rebuildProjection } from '#projections';
import { eventually, seededRandom } from '#testing';
import { projectorsOn } from '../../apps/cli/src/projectors';
import { openBusyOffice } from './support/busy-office';
import { CommandBook } from './support/command-book';
import { Load } from './support/load';
import { LogCopy } from './support/log-copy';
import {
  faultsOfAccepted,
  faultsOfImports,
  faultsOfRefused,
  faultsOfSeries,
  faultsOfStrays,
} from './support/log-promises';
import { isLevel, type ProductDatabase, rowsOf, withDatabase } from './support/product-database';
import { type ProductFolder, productFolder } from './support/product-folder';
import { buildProduct, type ProductProcess, startProduct } from './support/product-process';

jest.setTimeout(600_000);

const SEED = Number(process.env['TAIZHANG_SEED'] ?? randomInt(2 ** 31));
const ROUNDS = Number(process.env['TAIZHANG_KILL_ROUNDS'] ?? 20);
/** The load before each kill, in milliseconds. */
const LOAD = { from: 150, to: 1_500 };
/** Between the last burst of commands over several streams and the kill, in milliseconds. */
const BURST = { from: 0, to: 60 };
const UNDERWAY = 10;
const VERIFIED = 3 * ROUNDS;

describe(`kill -9 under load (TAIZHANG_SEED=${SEED})`, () => {
  let folder: ProductFolder;
  let product: ProductProcess;
  const book = new CommandBook();
  const log = new LogCopy();
  const random = seededRandom(SEED);

  beforeAll(async () => {
    buildProduct();
    folder = await productFolder();
  });
  afterAll(() => folder.close());

  it(`loses nothing that was acknowledged, in ${ROUNDS} kills at random moments`, async () => {
    product = startProduct(folder);
    let address = await product.ready();
    const office = await openBusyOffice(address, folder.path, UNDERWAY, VERIFIED);
    await withDatabase(folder, ({ store }) => log.readOn(store));
    const before = new Set(log.commands().map(({ commandId }) => commandId));
    const load = new Load(office, book, random);
    for (let round = 1; round <= ROUNDS; round += 1) {
      const answeredBefore = book.answered.length;
      const running = load.run(address);
      // The one place where time itself is the test: the kill comes at any moment.
      await Promise.race([sleep(random.integer(LOAD.from, LOAD.to)), running]);
      const lastWords = load.burst(address);
      await Promise.race([sleep(random.integer(BURST.from, BURST.to)), lastWords]);
      const killed = product.kill('SIGKILL');
      load.stop();
      expect((await killed).signal).toBe('SIGKILL');
      await Promise.all([running, lastWords]);
      product = startProduct(folder);
      address = await product.ready();
      await book.retryUnanswered(address);
      await withDatabase(folder, ({ store }) => log.readOn(store));
      expect(faultsOfAccepted(log, book.accepted(answeredBefore))).toEqual([]);
    }
    await withDatabase(folder, (database) => checkAll(database, before));
    await stopUnderLoad(load, address);
  });

  /** Told to stop it answers what it has begun, and ends well. */
  async function stopUnderLoad(load: Load, address: string): Promise<void> {
    const answeredBefore = book.answered.length;
    const running = load.run(address);
    await Promise.race([sleep(LOAD.from), running]);
    const stopped = product.kill('SIGTERM');
    load.stop();
    await running;
    expect(await stopped).toMatchObject({ code: 0, signal: null, stderr: '' });
    product = startProduct(folder);
    await book.retryUnanswered(await product.ready());
    await withDatabase(folder, ({ store }) => log.readOn(store));
    expect(faultsOfAccepted(log, book.accepted(answeredBefore))).toEqual([]);
    await product.kill('SIGTERM');
  }

  async function checkAll(database: ProductDatabase, before: ReadonlySet<string>): Promise<void> {
    const { store } = database;
    await eventually(async () => {
      await log.readOn(store);
      expect([...faultsOfImports(log), ...faultsOfSeries(log)]).toEqual([]);
    });
    expect(faultsOfRefused(log, book.refused())).toEqual([]);
    expect(faultsOfStrays(log, book, before)).toEqual([]);
    // Not what was read on the way, but what the log holds now.
    const whole = new LogCopy();
    await whole.readOn(store);
    expect(faultsOfAccepted(whole, book.accepted())).toEqual([]);
    expect((await verifyChain(store)).firstBreak).toBeNull();
    await checkProjections(database);
  }

  async function checkProjections(database: ProductDatabase): Promise<void> {
    const { store, pool } = database;
    await eventually(async () => expect(await isLevel(database)).toBe(true), { timeoutMs: 60_000 });
    for (const projector of projectorsOn(store, pool)) {
      const schema = liveSchema(projector.name);
      const shown = await rowsOf(database, schema);
      await rebuildProjection({ store, pool, projector });
      expect(await rowsOf(database, schema)).toEqual(shown);
    }
  }
});
