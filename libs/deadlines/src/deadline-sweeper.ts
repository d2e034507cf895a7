import { type Clock, type Logger, RepeatedWarnings } from '#platform';
import { type DueTimers, type FireReport } from './due-timers';
import { type NudgePlanner } from './nudge-planner';
import { type NudgeQueue } from './queue/nudge-queue';
import { type RulesMover } from './rules-mover';

/** What one sweep did. */
export interface SweepReport extends FireReport {
  /** Open tasks that were brought under other rules. */
  readonly moved: number;
  /** Nudges that wait in the queue now; null when the queue did not take them. */
  readonly nudges: number | null;
}

/** What the sweeper works with. */
export interface DeadlineSweeperOptions {
  readonly clock: Clock;
  readonly dueTimers: DueTimers;
  readonly mover: RulesMover;
  readonly planner: NudgePlanner;
  readonly queue: NudgeQueue;
  readonly logger: Logger;
}

/**
 * Makes sure that no timer is forgotten, whatever the queue does: brings tasks under new rules, fires what is due, then asks the queue to wake us for what
 * is coming. Timers fire by this alone when the queue is gone, only up to a minute later.
 */
export class DeadlineSweeper {
  private readonly warnings: RepeatedWarnings;

  constructor(private readonly options: DeadlineSweeperOptions) {
    this.warnings = new RepeatedWarnings(options.logger);
  }

  /**
   * One sweep at the clock's present moment. Sweeps may overlap, in one process or in several.
   * @throws what PostgreSQL throws; a queue that fails is logged
   */
  async sweep(): Promise<SweepReport> {
    const { clock, dueTimers } = this.options;
    const now = clock.now();
    const moved = await this.moved();
    const report = await dueTimers.fire(now);
    return { ...report, moved, nudges: await this.refill(now) };
  }

  /** What cannot be brought under new rules now keeps no timer waiting. */
  private async moved(): Promise<number> {
    try {
      return await this.options.mover.run();
    } catch (error) {
      this.warnings.warn(error, '在办任务暂未换用新规则，下一轮巡检将重试。');
      return 0;
    }
  }

  private async refill(now: Date): Promise<number | null> {
    const nudges = await this.options.planner.plan(now);
    try {
      await this.options.queue.add(nudges, now);
      return nudges.length;
    } catch (error) {
      this.warnings.warn(error, '未能向任务队列登记到期提醒，下一轮巡检将重试。');
      return null;
    }
  }
}
