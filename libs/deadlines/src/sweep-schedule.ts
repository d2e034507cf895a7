import { type Logger } from '#platform';
import { type DeadlineSweeper } from './deadline-sweeper';
import { type SoleOwner } from './sole-owner';

const MINUTE = 60_000;

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

  constructor(private readonly options: SweepScheduleOptions) {}

  /** Begins; the first sweep is under way when this returns. */
  start(): void {
    if (this.timer) return;
    this.timer = setInterval(() => this.tick(), MINUTE);
    this.tick();
  }

  /** Sweeps no more and waits for the sweep under way; another process takes over. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
    this.options.owner.release();
  }

  /** A sweep that takes longer than a minute is not overtaken. */
  private tick(): void {
    this.running ??= this.run().finally(() => {
      this.running = undefined;
    });
  }

  private async run(): Promise<void> {
    const { sweeper, owner, logger } = this.options;
    try {
      if (!(await owner.claim())) return;
      const report = await sweeper.sweep();
      if (report.fired + report.failed > 0) logger.info(report, '时限巡检完成。');
    } catch (error) {
      logger.error({ err: error }, '时限巡检未能完成，一分钟后重试。');
    }
  }
}
