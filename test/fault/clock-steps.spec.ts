import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { addDays, dayInShanghai, shanghaiInstant } from '#domain';
import { seededRandom } from '#testing';
import { type RunningHouse, runHouse } from '../acceptance/support/running-house';
import { openBusyOffice } from './support/busy-office';
import { checkPromises } from './support/check-promises';
import { CommandBook } from './support/command-book';
import { Load } from './support/load';
import { LogCopy } from './support/log-copy';
import { type ProductDatabase } from './support/product-database';

const SEED = Number(process.env['TAIZHANG_SEED'] ?? randomInt(2 ** 31));
const ROUNDS = Math.ceil(Number(process.env['TAIZHANG_FAULT_ROUNDS'] ?? 10) / 2);
/** Monday 2 August 2021, noon in Shanghai. */
const START = '2021-08-02T04:00:00.000Z';
/** The load between two steps, in milliseconds. */
const LOAD = { from: 100, to: 500 };
/** Forward over days, as after a machine was off; back by minutes within the day, as when a clock is put right. */
const STEP = { days: { from: 1, to: 12 }, minutesBack: { from: 1, to: 360 } };

jest.setTimeout(300_000 + ROUNDS * 60_000);

describe(`a clock that steps under load (TAIZHANG_SEED=${SEED})`, () => {
  let running: RunningHouse;
  const book = new CommandBook();
  const log = new LogCopy();
  const random = seededRandom(SEED);

  beforeAll(async () => {
    running = await runHouse(START);
  });
  afterAll(() => running.close());

  it(`loses nothing and tells nothing twice, in ${ROUNDS} steps forward and back`, async () => {
    const { address, foundation } = running;
    const database = { pool: foundation.pool, store: foundation.store };
    const counts = { underway: 10, verified: 3 * ROUNDS, overdue: 2 * ROUNDS };
    const office = await openBusyOffice(address, foundation.config.dataFolder, counts);
    await log.readOn(database.store);
    const before = log.commandIds();
    const load = new Load(office, book, random);
    for (let round = 0; round < ROUNDS; round += 1) await stepUnder(load);
    // What was recorded before the clock was put back lies ahead of it until time has passed again; and whoever was given a late task on
    // the last day is urged on the next working day, which comes within these days whatever the holidays.
    await running.passTo(shanghaiInstant(addDays(dayOfClock(running), 11), '09:10'));
    await checkPromises(database, { office, book, log, before, now: () => running.clock.now() });
    expect(await momentsThatGoBack(database)).toBe(0);
  });

  /** Whatever falls due by the step fires while people go on working, and while the clock is put back. */
  async function stepUnder(load: Load): Promise<void> {
    const { address, clock, house } = running;
    const moment = () => sleep(random.integer(LOAD.from, LOAD.to));
    const underway = load.run(address);
    await moment();
    const lastWords = load.burst(address);
    const day = addDays(dayOfClock(running), random.integer(STEP.days.from, STEP.days.to));
    clock.set(shanghaiInstant(day, '18:10'));
    const sweeps = [house.worker?.deadlines.sweep()];
    await moment();
    clock.set(new Date(clock.now().getTime() - random.integer(STEP.minutesBack.from, STEP.minutesBack.to) * 60_000));
    sweeps.push(house.worker?.deadlines.sweep());
    await moment();
    load.stop();
    await Promise.all([underway, lastWords, ...sweeps]);
    await book.retryUnanswered(address);
  }
});

function dayOfClock({ clock }: RunningHouse): string {
  return dayInShanghai(clock.now().toISOString());
}

/** How often the moment up to which the log has come lies before the one above it. */
async function momentsThatGoBack({ pool }: ProductDatabase): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(`
    select count(*)::int as count
    from (select reached_at, lag(reached_at) over (order by position) as before from projection_timeline.entry) as e
    where reached_at < before`);
  return rows[0]?.count ?? Number.NaN;
}
