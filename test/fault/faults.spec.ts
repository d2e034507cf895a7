import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { seededRandom } from '#testing';
import { openBusyOffice } from './support/busy-office';
import { checkPromises } from './support/check-promises';
import { CommandBook } from './support/command-book';
import { Load } from './support/load';
import { makeDue } from './support/make-due';
import { LogCopy } from './support/log-copy';
import { faultsOfAccepted } from './support/log-promises';
import { OneProcess } from './support/one-process';
import { ProcessesApart } from './support/processes-apart';
import { buildProduct } from './support/product-process';
import { type Fault, type Stage } from './support/stage';

const SEED = Number(process.env['TAIZHANG_SEED'] ?? randomInt(2 ** 31));
/** Rounds in all: half of them each way of running the product. */
const ROUNDS = Math.ceil(Number(process.env['TAIZHANG_FAULT_ROUNDS'] ?? 10) / 2);
/** The load before each fault, in milliseconds. */
const LOAD = { from: 150, to: 1_500 };
/** Between the last burst of commands over several streams and the fault, in milliseconds. */
const BURST = { from: 0, to: 60 };
const UNDERWAY = 10;

jest.setTimeout(300_000 + ROUNDS * 60_000);

/** The ways of running it, with the faults of each. */
const WAYS: readonly { readonly name: string; readonly open: () => Promise<Stage> }[] = [
  { name: 'one process with its own PostgreSQL', open: () => OneProcess.open() },
  { name: 'api and worker apart', open: () => ProcessesApart.open() },
];

describe.each(WAYS)(`faults under load on $name (TAIZHANG_SEED=${SEED})`, ({ open }) => {
  let stage: Stage;
  const book = new CommandBook();
  const log = new LogCopy();
  const random = seededRandom(SEED);

  beforeAll(async () => {
    buildProduct();
    stage = await open();
  });
  afterAll(async () => {
    await stage.close();
  });

  it(`lose nothing that was acknowledged, in ${ROUNDS} rounds`, async () => {
    const counts = { underway: UNDERWAY, verified: 3 * ROUNDS, overdue: 2 * ROUNDS };
    const office = await openBusyOffice(await stage.serving(), stage.dataFolder, counts);
    await stage.withDatabase(({ store }) => log.readOn(store));
    const before = log.commandIds();
    const load = new Load(office, book, random);
    for (const fault of faultsOfRounds()) {
      await stage.withDatabase((database) => makeDue(database, office.overdue));
      await round(load, fault);
    }
    await stage.withDatabase((database) => makeDue(database, office.overdue));
    await stage.withDatabase((database) =>
      checkPromises(database, { office, book, log, before, now: () => new Date() }),
    );
    await stopUnderLoad(load);
  });

  /** Each fault in turn, in an order of chance. */
  function faultsOfRounds(): readonly Fault[] {
    const turns = Array.from({ length: Math.ceil(ROUNDS / stage.faults.length) }, () => random.shuffle(stage.faults));
    return turns.flat().slice(0, ROUNDS);
  }

  async function round(load: Load, fault: Fault): Promise<void> {
    const address = await stage.serving();
    const answeredBefore = book.answered.length;
    const running = load.run(address);
    // The one place where time itself is the test: a fault comes at any moment.
    const moment = () => Promise.race([sleep(random.integer(LOAD.from, LOAD.to)), running]);
    await moment();
    const lastWords = load.burst(address);
    await Promise.race([sleep(random.integer(BURST.from, BURST.to)), lastWords]);
    const struck = fault.strike(moment);
    if (fault.stopsLoad) load.stop();
    await struck;
    load.stop();
    await Promise.all([running, lastWords]);
    await book.retryUnanswered(await stage.serving());
    await stage.withDatabase(({ store }) => log.readOn(store));
    expect({ fault: fault.name, lost: faultsOfAccepted(log, book.accepted(answeredBefore)) }).toEqual({
      fault: fault.name,
      lost: [],
    });
  }

  /** Told to stop it answers what it has begun, and ends well. */
  async function stopUnderLoad(load: Load): Promise<void> {
    const answeredBefore = book.answered.length;
    const running = load.run(await stage.serving());
    await Promise.race([sleep(LOAD.from), running]);
    const stopped = stage.stop();
    load.stop();
    await running;
    expect(await stopped).toBe(0);
    await stage.start();
    await book.retryUnanswered(await stage.serving());
    await stage.withDatabase(({ store }) => log.readOn(store));
    expect(faultsOfAccepted(log, book.accepted(answeredBefore))).toEqual([]);
    await stage.stop();
  }
});
