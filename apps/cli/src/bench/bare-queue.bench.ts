import { createPostgresBackend, type JobsOptions, Queue, Worker } from 'bullmq';
import { type Figures, rounded } from './figures';

const JOBS = 20_000;
/** Jobs of one addition. */
const BULK = 1_000;
/** As many at a time as a worker of the deadlines takes. */
const CONCURRENCY = 64;
const NAME = 'bench-bare';

interface Backend {
  readonly name: string;
  queue(): Pick<Queue<object>, 'addBulk' | 'close'>;
  worker(work: () => Promise<void>): Pick<Worker<object>, 'close'>;
}

/** Jobs of BullMQ that do nothing, on each backend: what a queue without timers would give. */
export async function measureBareQueues(databaseUrl: string, redisUrl: string | undefined): Promise<Figures> {
  const figures: Figures = {};
  for (const backend of [onPostgres(databaseUrl), ...(redisUrl === undefined ? [] : [onRedis(redisUrl)])]) {
    figures[`bareJobsPerSecond${backend.name}`] = rounded(await jobsPerSecond(backend));
  }
  return figures;
}

function onPostgres(connectionString: string): Backend {
  const connection = { connectionString, schema: 'bench_queue', migrate: true, max: 4, keepAlive: true };
  return {
    name: 'Postgres',
    queue: () => new Queue(NAME, { connection }, createPostgresBackend),
    worker: (work) => new Worker(NAME, work, { connection, concurrency: CONCURRENCY }, createPostgresBackend),
  };
}

function onRedis(url: string): Backend {
  const connection = { url, maxRetriesPerRequest: null };
  return {
    name: 'Redis',
    queue: () => new Queue(NAME, { connection }),
    worker: (work) => new Worker(NAME, work, { connection, concurrency: CONCURRENCY }),
  };
}

async function jobsPerSecond(backend: Backend): Promise<number> {
  const queue = backend.queue();
  const opts: JobsOptions = { removeOnComplete: true };
  for (let added = 0; added < JOBS; added += BULK) {
    await queue.addBulk(Array.from({ length: BULK }, () => ({ name: NAME, data: {}, opts })));
  }
  let done = 0;
  let begin = 0;
  let finish: () => void = () => undefined;
  const finished = new Promise<void>((resolve) => (finish = resolve));
  const worker = backend.worker(async () => {
    if (begin === 0) begin = performance.now();
    done += 1;
    if (done === JOBS) finish();
  });
  await finished;
  const seconds = (performance.now() - begin) / 1_000;
  await worker.close();
  await queue.close();
  return JOBS / seconds;
}
