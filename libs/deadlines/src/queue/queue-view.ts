import { type Queue } from 'bullmq';
import { type Logger } from '#platform';
import { postgresView, redisView } from './bull-parts';
import { within } from './within';

/** Longest wait for an answer of the queue's server, in milliseconds. */
const ANSWER_LIMIT = 5_000;

/** Where the queue lives: in Redis when its address is set, else in PostgreSQL. */
export interface QueueViewOptions {
  readonly databaseUrl: string;
  readonly redisUrl: string | undefined;
  readonly logger: Logger;
}

/** The queue as it may be looked at from any process, whoever works on it. */
export interface QueueView {
  readonly queue: Queue;
  /**
   * Waits for an answer of the queue no longer than it may take.
   * @throws `DEADLINES.QUEUE_SILENT`; what the work throws
   */
  ask<T>(work: Promise<T>): Promise<T>;
  /** Ends its connections; never throws. */
  close(): Promise<void>;
}

/**
 * Opens the queue for looking at it.
 * @throws `DEADLINES.QUEUE_SILENT`; what the driver throws, also when no worker has made the queue's tables yet
 */
export async function openQueueView({ databaseUrl, redisUrl, logger }: QueueViewOptions): Promise<QueueView> {
  const queue = redisUrl === undefined ? postgresView(databaseUrl) : redisView(redisUrl);
  queue.on('error', (error) => logger.debug({ err: error }, '查看任务队列的连接中断。'));
  const ask = <T>(work: Promise<T>): Promise<T> => within(ANSWER_LIMIT, work);
  const close = async (): Promise<void> => {
    await ask(queue.close()).catch(() => ask(queue.disconnect()).catch(() => undefined));
  };
  try {
    await ask(queue.waitUntilReady());
  } catch (error) {
    await close();
    throw error;
  }
  return { queue, ask, close };
}
