import { errorCode, type Logger, RepeatedWarnings } from '#platform';
import { type DeadlineSweeper } from './deadline-sweeper';
import { type SoleOwner } from './sole-owner';

const MINUTE = 60_000;
/** Wait after a sweep that failed, in milliseconds: at start the timers' table may be a moment away. */
const RETRY = 5_000;
/** PostgreSQL: no such table; the projections of a new database are still being made. */
const UNDEFINED_TABLE = '42P01';

/** What the schedule works with. */
export interface SweepScheduleOptions {
  readonly sweeper: DeadlineSweeper;
  readonly owner: SoleOwner;
  readonly logger: Logger;
}

/** Sweeps at start and each minute, in one process among all. By the process's own timer: sweeping too often does no harm. */
export class SweepSchedule {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private stopped = false;
  private readonly warnings: RepeatedWarnings;

  constructor(private readonly options: SweepScheduleOptions) {
    this.warnings = new RepeatedWarnings(options.logger);
  }

  /** Begins; the first sweep is under way when this returns. */
  start(): void {
    if (this.running || this.stopped) return;
    this.running = this.tick();
  }

  /** Sweeps no more and waits for the sweep under way; another process takes over. Cannot be started again. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
    this.options.owner.release();
  }

  /** One sweep, then the next one is set: a sweep that takes longer than a minute is not overtaken. */
  private async tick(): Promise<void> {
    const wait = (await this.succeeds()) ? MINUTE : RETRY;
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.running = this.tick();
    }, wait);
  }

  private async succeeds(): Promise<boolean> {
    const { sweeper, owner, logger } = this.options;
    try {
      if (!(await owner.claim())) return true;
      const report = await sweeper.sweep();
      if (report.fired + report.failed + report.moved > 0) logger.info(report, '时限巡检完成。');
      return true;
    } catch (error) {
      if (errorCode(error) === UNDEFINED_TABLE) logger.info('时限数据表尚未建立，稍后再巡检。');
      else this.warnings.error(error, '时限巡检未能完成，稍后重试。');
      return false;
    }
  }
}
