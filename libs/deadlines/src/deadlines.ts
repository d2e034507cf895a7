import { type Pool } from 'pg';
import { type Clock, type HealthRegistry, type Logger } from '#platform';
import { DeadlineSweeper, type SweepReport } from './deadline-sweeper';
import { overdueHealth, queueHealth } from './deadlines-health';
import { DueTimers } from './due-timers';
import { NudgePlanner } from './nudge-planner';
import { BullNudgeQueue } from './queue/bull-nudge-queue';
import { postgresParts, redisParts } from './queue/bull-parts';
import { type NudgeQueue } from './queue/nudge-queue';
import { RulesMover } from './rules-mover';
import { SoleOwner } from './sole-owner';
import { SweepSchedule } from './sweep-schedule';
import { type Commands, TimerSender } from './timer-sender';

/** What deadlines are made of. */
export interface DeadlinesOptions {
  /** A pool of its own, of at least 4 connections (see `DueTimersOptions`), on the database of the read models. */
  readonly pool: Pool;
  /** Where the queue lives when there is no Redis. */
  readonly databaseUrl: string;
  readonly redisUrl: string | undefined;
  readonly commands: Commands;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Longest wait for the queue's answer, in milliseconds; default 5 s. */
  readonly queueAnswerLimit?: number;
}

/** Timers of all open limits, kept on time. One of these per worker process. */
export class Deadlines {
  private readonly dueTimers: DueTimers;
  private readonly mover: RulesMover;
  private readonly sweeper: DeadlineSweeper;
  private readonly schedule: SweepSchedule;

  private constructor(
    private readonly options: DeadlinesOptions,
    private readonly queue: NudgeQueue,
  ) {
    const { pool, clock, logger } = options;
    this.dueTimers = new DueTimers({ pool, logger, sender: new TimerSender(options.commands) });
    const planner = new NudgePlanner(pool);
    this.mover = new RulesMover({ pool, logger, commands: options.commands });
    const { dueTimers, mover } = this;
    this.sweeper = new DeadlineSweeper({ clock, logger, queue, planner, dueTimers, mover });
    this.schedule = new SweepSchedule({ logger, sweeper: this.sweeper, owner: new SoleOwner(pool) });
  }

  /**
   * Opens the queue: in Redis when its address is set, else in PostgreSQL. Nothing fires before `start` or `sweep`.
   * @throws `DEADLINES.REDIS_EVICTS` for a Redis that throws keys away; what PostgreSQL throws
   */
  static async open(options: DeadlinesOptions): Promise<Deadlines> {
    const { redisUrl, databaseUrl, logger, queueAnswerLimit } = options;
    const parts = redisUrl === undefined ? postgresParts(databaseUrl) : redisParts(redisUrl);
    const limits = queueAnswerLimit === undefined ? {} : { answerLimit: queueAnswerLimit };
    return new Deadlines(options, await BullNudgeQueue.open(parts, { logger, ...limits }));
  }

  /** Takes nudges from the queue, and sweeps now and each minute. */
  start(): void {
    this.work();
    this.schedule.start();
  }

  /** Takes nudges only; another process sweeps. */
  work(): void {
    // A nudge may come twice, late or early: what is due is asked of the timers, by our clock.
    this.queue.work(async ({ shard }) => {
      await this.dueTimers.fire(this.options.clock.now(), { shard });
    });
  }

  /** One sweep, now. With a controlled clock this alone drives everything. @throws what PostgreSQL throws */
  sweep(): Promise<SweepReport> {
    return this.sweeper.sweep();
  }

  /** Forgets what has been recorded, as the log is another past now. */
  forget(): void {
    this.dueTimers.forget();
    this.mover.forget();
  }

  /** Registers the checks `deadlines-queue` and `deadlines-overdue`. */
  registerHealth(registry: HealthRegistry): void {
    registry.register('deadlines-queue', () => queueHealth(this.queue));
    registry.register('deadlines-overdue', () => overdueHealth(this.dueTimers, this.options.clock));
  }

  /** Ends in order: no new command, sweep, worker, queue. What was claimed and not sent is left to others. */
  async stop(): Promise<void> {
    await this.dueTimers.stop();
    await this.schedule.stop();
    await this.queue.stopWorking();
    await this.queue.close();
  }
}
