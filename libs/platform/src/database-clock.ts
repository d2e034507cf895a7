import { z } from 'zod';
import { type Clock } from './clock';
import { type Logger } from './logger';

const RESYNC_MILLISECONDS = 30_000;
const JUMP_WORTH_A_WARNING = 1_000;
/** What the clock needs of a pool. */
export interface ClockSource {
  query(sql: string): Promise<{ readonly rows: unknown[] }>;
}

const answer = z.tuple([z.object({ milliseconds: z.number() })]);

/**
 * The database's clock, read without a query: its offset to this process's monotonic clock is taken at start and again
 * about every 30 seconds. All processes on one database thus share one time, and a wrong system clock does no harm.
 * It never goes backwards: if the database's clock is set back, this one stands still until it is caught up with.
 */
export class DatabaseClock implements Clock {
  private offset = 0;
  private last = 0;
  private timer: NodeJS.Timeout | undefined;

  private constructor(
    private readonly pool: ClockSource,
    private readonly logger: Logger,
    private readonly monotonic: () => number,
  ) {}

  /**
   * Asks the database once and starts the periodic check.
   * @param monotonic milliseconds that only grow; a parameter for tests
   * @throws what the pool throws when the database cannot be asked
   */
  static async start(
    pool: ClockSource,
    logger: Logger,
    monotonic: () => number = () => performance.now(),
  ): Promise<DatabaseClock> {
    const clock = new DatabaseClock(pool, logger, monotonic);
    clock.offset = (await clock.measure()).offset;
    clock.timer = setInterval(() => void clock.resync(), RESYNC_MILLISECONDS);
    clock.timer.unref();
    return clock;
  }

  now(): Date {
    this.last = Math.max(this.last, Math.floor(this.offset + this.monotonic()));
    return new Date(this.last);
  }

  /** Takes the offset anew; keeps the old one when the database does not answer. Called by the timer. */
  async resync(): Promise<void> {
    try {
      const { offset, doubt } = await this.measure();
      const jump = Math.round(offset - this.offset);
      // Within its doubt the answer agrees with what is known: a busy database or process is no change of the clock.
      if (Math.abs(jump) <= doubt) return;
      if (Math.abs(jump) > doubt + JUMP_WORTH_A_WARNING)
        this.logger.warn({ jump }, '数据库时钟发生跳变，请检查数据库主机的校时。');
      this.offset = offset;
    } catch (error) {
      this.logger.warn({ err: error }, '暂时读不到数据库时钟，沿用上次的校时。');
    }
  }

  /** Ends the periodic check. */
  stop(): void {
    clearInterval(this.timer);
  }

  /** The answer belongs to the middle of the round trip, give or take half of it. */
  private async measure(): Promise<{ readonly offset: number; readonly doubt: number }> {
    const before = this.monotonic();
    const result = await this.pool.query('select extract(epoch from clock_timestamp())::float8 * 1000 as milliseconds');
    const after = this.monotonic();
    const [{ milliseconds }] = answer.parse(result.rows);
    return { offset: milliseconds - (before + after) / 2, doubt: (after - before) / 2 };
  }
}
