import { createTestDatabase } from '#testing';
import { ControlledClock } from './clock';
import { DatabaseClock } from './database-clock';
import { createLogger } from './logger';

const logger = createLogger('silent');

describe('ControlledClock', () => {
  it('stands still until it is told', () => {
    const clock = new ControlledClock('2026-01-04T09:00:00+08:00');
    expect(clock.now().toISOString()).toBe('2026-01-04T01:00:00.000Z');
    clock.advance(1_500);
    expect(clock.now().toISOString()).toBe('2026-01-04T01:00:01.500Z');
    clock.set(new Date(0));
    expect(clock.now().getTime()).toBe(0);
    expect(() => clock.set('tomorrow')).toThrow(RangeError);
  });

  it('gives dates that nobody else changes', () => {
    const clock = new ControlledClock(new Date(0));
    clock.now().setFullYear(1999);
    expect(clock.now().getTime()).toBe(0);
  });
});

describe('DatabaseClock', () => {
  /** A database whose clock and a process whose monotonic clock are set by hand. */
  class Hands {
    database = 1_000_000;
    process = 500;
    reachable = true;
    /** Milliseconds that an answer takes to come back; the question takes none. */
    wayBack = 0;
    async query(): Promise<{ rows: unknown[] }> {
      if (!this.reachable) throw new Error('gone');
      const rows = [{ milliseconds: this.database }];
      this.pass(this.wayBack);
      return { rows };
    }
    pass(milliseconds: number): void {
      this.database += milliseconds;
      this.process += milliseconds;
    }
  }

  async function started(hands: Hands): Promise<DatabaseClock> {
    return DatabaseClock.start(hands, logger, () => hands.process);
  }

  it('goes on between two questions', async () => {
    const hands = new Hands();
    const clock = await started(hands);
    expect(clock.now().getTime()).toBe(1_000_000);
    hands.pass(250);
    expect(clock.now().getTime()).toBe(1_000_250);
    clock.stop();
  });

  it('follows a clock that was set forward, and stands still for one that was set back', async () => {
    const hands = new Hands();
    const clock = await started(hands);
    hands.database += 5_000;
    await clock.resync();
    expect(clock.now().getTime()).toBe(1_005_000);
    hands.database -= 2_000;
    await clock.resync();
    expect(clock.now().getTime()).toBe(1_005_000);
    hands.pass(2_500);
    expect(clock.now().getTime()).toBe(1_005_500);
    clock.stop();
  });

  it('takes a slow answer for no jump', async () => {
    const hands = new Hands();
    const clock = await started(hands);
    hands.wayBack = 4_000;
    await clock.resync();
    expect(clock.now().getTime()).toBe(1_004_000);
    hands.wayBack = 0;
    hands.database += 3_000;
    await clock.resync();
    expect(clock.now().getTime()).toBe(1_007_000);
    clock.stop();
  });

  it('keeps its offset while the database is away', async () => {
    const hands = new Hands();
    const clock = await started(hands);
    hands.reachable = false;
    hands.pass(40_000);
    await clock.resync();
    expect(clock.now().getTime()).toBe(1_040_000);
    clock.stop();
  });

  it('reads the clock of a real PostgreSQL', async () => {
    const database = await createTestDatabase();
    const clock = await DatabaseClock.start(database.pool, logger);
    const now = clock.now();
    const asked = await database.pool.query<{ now: Date }>('select clock_timestamp() as now');
    // Half a round trip either way; a minute is far beyond it and far below a wrong zone.
    expect(Math.abs(now.getTime() - (asked.rows[0]?.now.getTime() ?? 0))).toBeLessThan(60_000);
    clock.stop();
    await database.close();
  });
});
