import { type BulkJobOptions, createPostgresBackend, Queue, Worker } from 'bullmq';
import { z } from 'zod';
import { refuseEvictingRedis } from './redis-guard';

/** Name of the queue, the same on both backends. */
const QUEUE = 'deadlines';
/** Namespaces of ours: keys in Redis, a schema in PostgreSQL. */
const REDIS_PREFIX = 'taizhang';
const POSTGRES_SCHEMA = 'deadlines_queue';
/** The queue's event stream has no readers here; BullMQ would keep 10,000. */
const STREAMS = { events: { maxLen: 100 } };

/** A job as it is added. */
export interface JobToAdd {
  readonly name: string;
  readonly data: unknown;
  readonly opts: BulkJobOptions;
}

/** A job as a worker gets it. */
export interface JobToDo {
  readonly name: string;
  readonly data: unknown;
}

interface Closable {
  on(event: 'error', listener: (error: Error) => void): unknown;
  waitUntilReady(): Promise<unknown>;
  disconnect(): Promise<void>;
}

/** What is used of a BullMQ queue, whatever its backend. */
export interface BullQueue extends Closable {
  addBulk(jobs: JobToAdd[]): Promise<unknown>;
  getJobState(id: string): Promise<string>;
  remove(id: string): Promise<unknown>;
  close(): Promise<void>;
}

/** What is used of a BullMQ worker, whatever its backend. */
export interface BullWorker extends Closable {
  close(force?: boolean): Promise<void>;
}

/** The two backends of BullMQ, as what they build. */
export interface BullParts {
  readonly backend: 'postgres' | 'redis';
  queue(): BullQueue;
  worker(process: (job: JobToDo) => Promise<void>): BullWorker;
  /** Refuses a server that queues must not live on; see `refuseEvictingRedis`. */
  guard(limit: number): Promise<void>;
}

/** Nudges only wait for a free loop here, so many may be taken; a canary must not queue up behind a busy morning. */
const WORKER = { concurrency: 64, removeOnComplete: { count: 0 }, removeOnFail: { count: 0 } };

/** BullMQ in PostgreSQL: the queue lives in a schema of its own, which BullMQ makes and migrates. */
export function postgresParts(connectionString: string): BullParts {
  // BullMQ opens a pool for each queue and worker, by default of 10 connections.
  const connection = { connectionString, schema: POSTGRES_SCHEMA, migrate: true, max: 2, keepAlive: true };
  return {
    backend: 'postgres',
    queue: () => new Queue(QUEUE, { connection, streams: STREAMS }, createPostgresBackend),
    worker: (process) => new Worker(QUEUE, process, { connection, ...WORKER }, createPostgresBackend),
    guard: () => Promise.resolve(),
  };
}

/** A queue whatever its backend: BullMQ's types speak of Redis by default, and so do those who look at queues. */
const viewed = z.custom<Queue>((value) => value instanceof Queue);

/** The queue in PostgreSQL for looking at: it makes no tables and writes nothing about itself. */
export function postgresView(connectionString: string): Queue {
  const connection = { connectionString, schema: POSTGRES_SCHEMA, migrate: false, max: 2, keepAlive: true };
  return viewed.parse(new Queue(QUEUE, { connection, streams: STREAMS, skipMetasUpdate: true }, createPostgresBackend));
}

/** The queue in Redis for looking at: it writes nothing about itself, and fails at once while Redis is away. */
export function redisView(url: string): Queue {
  const connection = { url, maxRetriesPerRequest: 1 };
  return new Queue(QUEUE, { connection, prefix: REDIS_PREFIX, streams: STREAMS, skipMetasUpdate: true });
}

/** BullMQ in Redis, through ioredis. */
export function redisParts(url: string): BullParts {
  const connection = { url, maxRetriesPerRequest: null };
  const prefix = REDIS_PREFIX;
  return {
    backend: 'redis',
    queue: () => new Queue<unknown>(QUEUE, { connection, prefix, streams: STREAMS }),
    worker: (process) => new Worker<unknown>(QUEUE, process, { connection, prefix, ...WORKER }),
    guard: async (limit) => {
      await refuseEvictingRedis(url, limit);
    },
  };
}
