import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startRedis, type TestRedis } from '#testing';
import { z } from 'zod';
import { type ProductDatabase, withDatabaseOf } from './product-database';
import { type ProductFolder, productFolder } from './product-folder';
import { type ProductProcess, startProduct, startRole } from './product-process';
import { flushAll } from './redis-faults';
import { type Fault, isWell, type Stage } from './stage';

const addresses = z.object({ appUrl: z.string(), ownerUrl: z.string() });

/** The product as `npm start` runs it: one process with its own PostgreSQL, here with a Redis. */
export class OneProcess implements Stage {
  readonly faults: readonly Fault[] = [
    { name: 'kill -9 of the product', stopsLoad: true, strike: () => this.killProduct() },
    { name: 'kill -9 of PostgreSQL', stopsLoad: true, strike: () => this.killPostgres() },
    { name: 'FLUSHALL of Redis', stopsLoad: false, strike: () => flushAll(this.redis) },
    { name: 'a restart of Redis', stopsLoad: false, strike: (moment) => this.restartRedis(moment) },
    { name: 'a second worker that is killed', stopsLoad: false, strike: (moment) => this.killSecondWorker(moment) },
  ];
  private product: ProductProcess;

  private constructor(
    private readonly folder: ProductFolder,
    private readonly redis: TestRedis,
  ) {
    this.product = this.launch();
  }

  static async open(): Promise<OneProcess> {
    const stage = new OneProcess(await productFolder(), await startRedis());
    await stage.product.ready();
    return stage;
  }

  get dataFolder(): string {
    return this.folder.path;
  }

  async serving(): Promise<string> {
    const address = await this.product.ready();
    await isWell(address);
    return address;
  }

  async stop(): Promise<number | null> {
    return (await this.product.kill('SIGTERM')).code;
  }

  async start(): Promise<void> {
    this.product = this.launch();
    await this.product.ready();
  }

  withDatabase<T>(work: (database: ProductDatabase) => Promise<T>): Promise<T> {
    return withDatabaseOf(this.folder, work);
  }

  async close(): Promise<void> {
    await this.folder.close();
    await this.redis.close();
  }

  private launch(): ProductProcess {
    return startProduct(this.folder, { REDIS_URL: this.redis.url });
  }

  private async killProduct(): Promise<void> {
    expect((await this.product.kill('SIGKILL')).signal).toBe('SIGKILL');
    await this.start();
  }

  private async killPostgres(): Promise<void> {
    const lock = await readFile(join(this.folder.path, 'postgres', 'postmaster.pid'), 'utf8');
    process.kill(Number(lock.split('\n')[0]), 'SIGKILL');
  }

  private async restartRedis(meanwhile: () => Promise<void>): Promise<void> {
    await this.redis.kill();
    await meanwhile();
    await this.redis.restart();
  }

  /** Another worker takes part, and dies. */
  private async killSecondWorker(meanwhile: () => Promise<void>): Promise<void> {
    const text = await readFile(join(this.folder.path, 'runtime.json'), 'utf8');
    const { appUrl, ownerUrl } = addresses.parse(JSON.parse(text));
    const database = { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl, REDIS_URL: this.redis.url };
    const worker = startRole('worker', join(this.folder.path, 'worker'), database);
    await worker.ready();
    await meanwhile();
    expect((await worker.kill('SIGKILL')).signal).toBe('SIGKILL');
  }
}
