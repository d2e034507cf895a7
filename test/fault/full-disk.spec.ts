import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { apiErrorSchema } from '#contracts';
import { eventually, seededRandom } from '#testing';
import { openBusyOffice } from './support/busy-office';
import { checkPromises } from './support/check-promises';
import { CommandBook } from './support/command-book';
import { Load } from './support/load';
import { LogCopy } from './support/log-copy';
import { withDatabaseOf } from './support/product-database';
import { type ProductFolder, productFolder } from './support/product-folder';
import { buildProduct, type ProductProcess, startProduct } from './support/product-process';
import { SmallDisk } from './support/small-disk';
import { isWell } from './support/stage';

const SEED = Number(process.env['TAIZHANG_SEED'] ?? randomInt(2 ** 31));
/** A database with its first log files, and room for the check of what is free. */
const MEGABYTES = 500;
/** The load before the disk is full, and while it is, in milliseconds. */
const LOAD = { before: 500, full: 4_000 };

/** A disk of one's own takes root, which a developer may not be; whoever runs the whole test command is. */
const mayMount = process.getuid?.() === 0;

describe(`a full disk (TAIZHANG_SEED=${SEED})`, () => {
  if (!mayMount) {
    it('is not tried here: only root may mount the small disk that it takes', () => expect(mayMount).toBe(false));
    return;
  }
  let disk: SmallDisk;
  let folder: ProductFolder;
  let product: ProductProcess;
  const book = new CommandBook();
  const log = new LogCopy();

  beforeAll(async () => {
    buildProduct();
    disk = SmallDisk.mount(MEGABYTES);
    folder = await productFolder(disk.path);
    product = startProduct(folder);
  });
  afterAll(async () => {
    await folder.close();
    disk.unmount();
  });

  it('is said, loses nothing that was acknowledged, and is worked on from as soon as there is room', async () => {
    const address = await product.ready();
    const office = await openBusyOffice(address, folder.path, { underway: 10, verified: 6, overdue: 0 });
    await withDatabaseOf(folder, ({ store }) => log.readOn(store));
    const before = log.commandIds();
    const load = new Load(office, book, seededRandom(SEED));
    const running = load.run(address);
    await sleep(LOAD.before);
    disk.fill();
    const lastWords = load.burst(address);
    await saysThatItIsNotWell(address);
    await sleep(LOAD.full);
    load.stop();
    await Promise.all([running, lastWords]);
    disk.free();
    await standsAgain();
    const again = await product.ready();
    await book.retryUnanswered(again);
    await withDatabaseOf(folder, (database) =>
      checkPromises(database, { office, book, log, before, now: () => new Date() }),
    );
  });

  /** The check names the disk; a page answers with a sentence or works, but does not hang or break. */
  async function saysThatItIsNotWell(address: string): Promise<void> {
    await eventually(async () => {
      const report = await fetch(`${address}/health/ready`);
      expect(report.status).toBe(503);
      expect(await report.text()).toContain('"disk":{"healthy":false');
    });
    const answer = await fetch(`${address}/api/me`, { headers: { authorization: 'Bearer nobody' } });
    const body: unknown = await answer.json();
    expect([401, 503]).toContain(answer.status);
    expect(apiErrorSchema.parse(body).message).toMatch(/。$/u);
  }

  /** By itself; or, when the database has given up meanwhile, started anew as its last line asks for. */
  async function standsAgain(): Promise<void> {
    const gone = product.ended.then(({ stderr }) => stderr);
    const outcome = await Promise.race([product.ready().then(isWell), gone]);
    if (typeof outcome !== 'string') return;
    expect(outcome).toContain('所在的磁盘已满');
    product = startProduct(folder);
    await isWell(await product.ready());
  }
});
