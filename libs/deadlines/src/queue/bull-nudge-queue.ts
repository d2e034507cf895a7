import { randomUUID } from 'node:crypto';
import { type Logger, poll, RepeatedWarnings, TaizhangError } from '#platform';
import { type BullParts, type BullQueue, type BullWorker, type JobToAdd, type JobToDo } from './bull-parts';
import { type Nudge, nudgeId, nudgeSchema } from './nudge';
import { type NudgeHandler, type NudgeQueue } from './nudge-queue';
import { within } from './within';

/** Longest wait for an answer of the queue's server. Without it an `add` hangs for as long as Redis is down. */
const ANSWER_LIMIT = 5_000;
/** Nudges come this much after their minute begins, so that clocks a little apart do not wake us before it. */
const SLACK = 500;
/** Milliseconds that a canary's last look may take. */
const GRACE = 250;
const CANARY = 'canary';
const NUDGE = 'nudge';

/** Settings of {@link BullNudgeQueue}. */
export interface BullNudgeQueueOptions {
  readonly logger: Logger;
  /** Longest wait for an answer, in milliseconds; default 5 s. */
  readonly answerLimit?: number;
}

/** The queue of nudges on BullMQ. */
export class BullNudgeQueue implements NudgeQueue {
  private readonly queue: BullQueue;
  private readonly answerLimit: number;
  private worker: BullWorker | undefined;
  private adding: Promise<unknown> | undefined;
  private down = false;
  private readonly warnings: RepeatedWarnings;

  private constructor(
    private readonly parts: BullParts,
    private readonly options: BullNudgeQueueOptions,
    private guarded: boolean,
  ) {
    this.answerLimit = options.answerLimit ?? ANSWER_LIMIT;
    this.warnings = new RepeatedWarnings(options.logger);
    this.queue = parts.queue();
    this.listen(this.queue);
  }

  /**
   * Opens the queue. A Redis that does not answer is no reason to stay away: the sweeper works without it, and the queue
   * comes back with it. PostgreSQL holds everything else too, so its failure is passed on.
   * @throws `DEADLINES.REDIS_EVICTS`; what PostgreSQL throws when the queue's schema cannot be made
   */
  static async open(parts: BullParts, options: BullNudgeQueueOptions): Promise<BullNudgeQueue> {
    // Before the first connection, because BullMQ prints a warning of its own on a server that we refuse.
    const guarded = await reachable(parts, options);
    const queue = new BullNudgeQueue(parts, options, guarded);
    // BullMQ remembers a first connection to PostgreSQL that failed and never tries another.
    if (parts.backend === 'postgres') await queue.ready();
    return queue;
  }

  async add(nudges: readonly Nudge[], now: Date): Promise<void> {
    if (nudges.length === 0) return;
    await this.addJobs(nudges.map((nudge) => nudgeJob(nudge, now)));
  }

  work(handler: NudgeHandler): void {
    if (this.worker) return;
    this.worker = this.parts.worker((job) => this.process(job, handler));
    this.listen(this.worker);
  }

  async canary(limit: number): Promise<number> {
    const jobId = `${CANARY}-${randomUUID()}`;
    const begun = performance.now();
    // Kept when done, so that its end can be seen; a left one goes with the next canary after a minute.
    const opts = { jobId, removeOnComplete: { age: 60 }, removeOnFail: { age: 60 } };
    await within(limit, this.addJobs([{ name: CANARY, data: {}, opts }]));
    const left = limit - (performance.now() - begun);
    const done = poll(async () => ((await this.queue.getJobState(jobId)) === 'completed' ? true : undefined), left, 10);
    // A little more than the poll takes, so that an answering queue without a worker is told from a silent one.
    const seen = await within(left + GRACE, done).finally(() => void this.forget(jobId));
    if (!seen) throw new TaizhangError('DEADLINES.NO_WORKER', '任务队列没有人处理，请检查后台进程是否在运行。');
    return performance.now() - begun;
  }

  async stopWorking(): Promise<void> {
    const worker = this.worker;
    if (!worker) return;
    await this.endOrCut(worker, () => worker.close());
  }

  async close(): Promise<void> {
    await this.endOrCut(this.queue, () => this.queue.close());
  }

  /** A nudge that fails is gone; the sweep does what it did not. */
  private async process(job: JobToDo, handler: NudgeHandler): Promise<void> {
    if (job.name === CANARY) return;
    try {
      await handler(nudgeSchema.parse(job.data));
    } catch (error) {
      this.warnings.warn(error, '到期提醒未能按时处理，由下一轮巡检补发。');
      throw error;
    }
  }

  /**
   * One addition at a time: the driver keeps what it could not send, and a sweep each minute through a day without Redis
   * would heap it up.
   */
  private async addJobs(jobs: JobToAdd[]): Promise<void> {
    if (!this.guarded) await this.guard();
    if (this.adding) await within(this.answerLimit, this.adding);
    const adding = this.queue.addBulk(jobs);
    const settled = adding.then(
      () => undefined,
      () => undefined,
    );
    this.adding = settled;
    void settled.then(() => {
      if (this.adding === settled) this.adding = undefined;
    });
    await within(this.answerLimit, adding);
    this.up();
  }

  private async guard(): Promise<void> {
    await this.parts.guard(this.answerLimit);
    this.guarded = true;
  }

  private async ready(): Promise<void> {
    try {
      await this.queue.waitUntilReady();
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  private async forget(jobId: string): Promise<void> {
    await within(this.answerLimit, this.queue.remove(jobId)).catch(() => undefined);
  }

  /** A polite end asks the server first, which may be the one that does not answer. */
  private async endOrCut(part: BullQueue | BullWorker, end: () => Promise<void>): Promise<void> {
    try {
      await within(this.answerLimit, end());
    } catch (error) {
      this.options.logger.warn({ err: error }, '任务队列未能正常关闭，已断开连接。');
      await within(this.answerLimit, part.disconnect()).catch(() => undefined);
    }
  }

  /** Drivers report every attempt to reconnect; one line for each outage is enough. */
  private listen(part: BullQueue | BullWorker): void {
    part.on('error', (error) => {
      this.options.logger[this.down ? 'debug' : 'warn']({ err: error }, '任务队列连接中断，将自动重连。');
      this.down = true;
    });
  }

  private up(): void {
    if (this.down) this.options.logger.info('任务队列已恢复。');
    this.down = false;
  }
}

/** @returns whether the server was there and fit; false when it could not be asked */
async function reachable(parts: BullParts, { logger, answerLimit }: BullNudgeQueueOptions): Promise<boolean> {
  try {
    await parts.guard(answerLimit ?? ANSWER_LIMIT);
    return true;
  } catch (error) {
    if (error instanceof TaizhangError && error.code === 'DEADLINES.REDIS_EVICTS') throw error;
    logger.warn({ err: error }, '暂时连不上 Redis，到期提醒先由巡检发出，连上后自动恢复。');
    return false;
  }
}

/** Completed and failed nudges go at once: an id that stays would keep the sweeper from asking again. */
function nudgeJob(nudge: Nudge, now: Date): JobToAdd {
  const delay = Math.max(0, Date.parse(nudge.minute) - now.getTime()) + SLACK;
  const opts = { jobId: nudgeId(nudge), delay, attempts: 1, removeOnComplete: true, removeOnFail: true };
  return { name: NUDGE, data: { minute: nudge.minute, shard: nudge.shard }, opts };
}
