import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTestDatabase, startRedis, type TestDatabase, type TestRedis } from '#testing';
import { TcpRelay } from '../../../libs/event-store/testing/tcp-relay';
import { onPool, type ProductDatabase } from './product-database';
import { type ProductProcess, startRole } from './product-process';
import { flushAll } from './redis-faults';
import { type Fault, isWell, type Stage } from './stage';

/** How long the database refuses connections, in milliseconds. */
const OUTAGE = 10_000;

interface Relays {
  readonly app: TcpRelay;
  readonly owner: TcpRelay;
}

/** The product as a server runs it: api and worker are processes apart, on a PostgreSQL and a Redis that are others'. */
export class ProcessesApart implements Stage {
  readonly faults: readonly Fault[] = [
    { name: 'kill -9 of the api', stopsLoad: true, strike: () => this.killApi() },
    { name: 'kill -9 of the worker', stopsLoad: false, strike: (moment) => this.killWorker(moment) },
    { name: 'two workers started at once', stopsLoad: false, strike: (moment) => this.startTwoWorkers(moment) },
    { name: 'a database that refuses connections', stopsLoad: true, strike: () => this.refuseConnections() },
    { name: 'FLUSHALL of Redis', stopsLoad: false, strike: () => flushAll(this.redis) },
  ];
  private api: ProductProcess;
  private worker: ProductProcess;
  private workers = 0;

  private constructor(
    private readonly place: string,
    private readonly database: TestDatabase,
    private readonly relays: Relays,
    private readonly redis: TestRedis,
  ) {
    this.api = this.launchApi();
    this.worker = this.launchWorker();
  }

  static async open(): Promise<ProcessesApart> {
    const place = await mkdtemp(join(tmpdir(), 'taizhang-apart-'));
    const database = await createTestDatabase();
    const relays = { app: await TcpRelay.open(database.appUrl), owner: await TcpRelay.open(database.ownerUrl) };
    const stage = new ProcessesApart(place, database, relays, await startRedis());
    await Promise.all([stage.api.ready(), stage.worker.ready()]);
    return stage;
  }

  get dataFolder(): string {
    return join(this.place, 'api');
  }

  async serving(): Promise<string> {
    const [address, background] = await Promise.all([this.api.ready(), this.worker.ready()]);
    await Promise.all([isWell(address), isWell(background)]);
    return address;
  }

  async stop(): Promise<number | null> {
    return (await this.api.kill('SIGTERM')).code;
  }

  async start(): Promise<void> {
    this.api = this.launchApi();
    await this.api.ready();
  }

  withDatabase<T>(work: (database: ProductDatabase) => Promise<T>): Promise<T> {
    return onPool(this.database.appPool, work);
  }

  async close(): Promise<void> {
    await Promise.all([this.api.kill('SIGKILL'), this.worker.kill('SIGKILL')]);
    await Promise.all([this.relays.app.close(), this.relays.owner.close()]);
    await this.database.close();
    await this.redis.close();
    await rm(this.place, { recursive: true, force: true });
  }

  private launchApi(): ProductProcess {
    return startRole('api', this.dataFolder, this.environment());
  }

  private launchWorker(): ProductProcess {
    this.workers += 1;
    return startRole('worker', join(this.place, `worker-${this.workers}`), this.environment());
  }

  private environment() {
    const { app, owner } = this.relays;
    return { DATABASE_URL: app.url, DATABASE_OWNER_URL: owner.url, REDIS_URL: this.redis.url };
  }

  private async killApi(): Promise<void> {
    expect((await this.api.kill('SIGKILL')).signal).toBe('SIGKILL');
    await this.start();
  }

  /** People go on while nothing is done in the background. */
  private async killWorker(meanwhile: () => Promise<void>): Promise<void> {
    expect((await this.worker.kill('SIGKILL')).signal).toBe('SIGKILL');
    await meanwhile();
    this.worker = this.launchWorker();
    await this.worker.ready();
  }

  /** Two that know nothing of each other take over at the same moment; one of them is told to end. */
  private async startTwoWorkers(meanwhile: () => Promise<void>): Promise<void> {
    await this.worker.kill('SIGKILL');
    const [one, other] = [this.launchWorker(), this.launchWorker()];
    this.worker = one;
    await Promise.all([one.ready(), other.ready()]);
    await meanwhile();
    expect((await other.kill('SIGTERM')).code).toBe(0);
  }

  /** Connections are cut, and new ones refused for a while. */
  private async refuseConnections(): Promise<void> {
    const relays = [this.relays.app, this.relays.owner];
    await Promise.all(relays.map((relay) => relay.refuse()));
    await sleep(OUTAGE);
    await Promise.all(relays.map((relay) => relay.accept()));
  }
}
