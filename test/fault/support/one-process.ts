import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { eventually, type TestRedis } from '#testing';
import { z } from 'zod';
import { type ProductFolder } from './product-folder';
import { type ProductProcess, startProduct, startWorker } from './product-process';

/** How long the product may take to stand again after a fault, in milliseconds. */
const RECOVERY = 60_000;
const addresses = z.object({ appUrl: z.string(), ownerUrl: z.string() });

/** A running product with its Redis, and ways to do it harm. */
export class Stage {
  private product: ProductProcess;

  private constructor(
    private readonly folder: ProductFolder,
    private readonly redis: TestRedis,
  ) {
    this.product = startProduct(folder, { REDIS_URL: redis.url });
  }

  /** Starts the product. */
  static async open(folder: ProductFolder, redis: TestRedis): Promise<Stage> {
    const stage = new Stage(folder, redis);
    await stage.product.ready();
    return stage;
  }

  /** The address of a product that says it is well. */
  async serving(): Promise<string> {
    const address = await this.product.ready();
    const isWell = async (): Promise<void> => {
      const response = await fetch(`${address}/health/ready`);
      // Read, or its connection stays open.
      await response.arrayBuffer();
      expect(response.status).toBe(200);
    };
    await eventually(isWell, { timeoutMs: RECOVERY });
    return address;
  }

  /** Asks the product to end. @returns its exit code */
  async stop(): Promise<number | null> {
    return (await this.product.kill('SIGTERM')).code;
  }

  async start(): Promise<void> {
    this.product = startProduct(this.folder, { REDIS_URL: this.redis.url });
    await this.product.ready();
  }

  async killProduct(): Promise<void> {
    expect((await this.product.kill('SIGKILL')).signal).toBe('SIGKILL');
    await this.start();
  }

  async killPostgres(): Promise<void> {
    const lock = await readFile(join(this.folder.path, 'postgres', 'postmaster.pid'), 'utf8');
    process.kill(Number(lock.split('\n')[0]), 'SIGKILL');
  }

  async flushRedis(): Promise<void> {
    const client = new Redis(this.redis.url);
    await client.flushall();
    client.disconnect();
  }

  async restartRedis(meanwhile: () => Promise<void>): Promise<void> {
    await this.redis.kill();
    await meanwhile();
    await this.redis.restart();
  }

  /** Another worker takes part, and dies. */
  async killSecondWorker(meanwhile: () => Promise<void>): Promise<void> {
    const text = await readFile(join(this.folder.path, 'runtime.json'), 'utf8');
    const { appUrl, ownerUrl } = addresses.parse(JSON.parse(text));
    const env = { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl, REDIS_URL: this.redis.url, LOG_LEVEL: 'fatal' };
    const worker = startWorker({ ...env, TAIZHANG_DATA: join(this.folder.path, 'worker') });
    await worker.ready();
    await meanwhile();
    expect((await worker.kill('SIGKILL')).signal).toBe('SIGKILL');
  }
}

/** A fault: what it does while the load runs. `moment` lets the load run on for a little. */
export interface Fault {
  readonly name: string;
  readonly strike: (stage: Stage, moment: () => Promise<void>) => Promise<void>;
  /** Whether commands are refused meanwhile, so that the load is to stop. */
  readonly stopsLoad: boolean;
}

export const FAULTS: readonly Fault[] = [
  { name: 'kill -9 of the product', stopsLoad: true, strike: (stage) => stage.killProduct() },
  { name: 'kill -9 of PostgreSQL', stopsLoad: true, strike: (stage) => stage.killPostgres() },
  { name: 'FLUSHALL of Redis', stopsLoad: false, strike: (stage) => stage.flushRedis() },
  { name: 'a restart of Redis', stopsLoad: false, strike: (stage, moment) => stage.restartRedis(moment) },
  {
    name: 'a second worker that is killed',
    stopsLoad: false,
    strike: (stage, moment) => stage.killSecondWorker(moment),
  },
];
