import { type Pool, type PoolClient } from 'pg';
import { closedError } from '../event-log-error';
import { guardedConnect } from './guarded-connect';
import { unavailable } from './pg-failure';

// An acknowledged append must survive a power cut; whoever waits for standbys as well (remote_apply) keeps that.
const DURABLE = `select set_config('synchronous_commit', 'on', false)
  where current_setting('synchronous_commit') in ('off', 'local')`;

/** The one connection on which a process appends; taken from the pool when first needed and again after each loss. */
export class AppendConnection {
  private client: PoolClient | undefined;
  private closed = false;

  /** @param timeoutMs longest wait for a connection, and for an answer */
  constructor(
    private readonly pool: Pool,
    private readonly timeoutMs: number,
  ) {}

  /** The connection, opened if need be. @throws EventLogError LOG.UNAVAILABLE */
  async get(): Promise<PoolClient> {
    if (this.closed) throw closedError();
    this.client ??= await this.open();
    return this.client;
  }

  /**
   * Waits for work on the connection, but not for ever: a server that hangs must not hang the caller.
   * @throws what the work throws, or an Error when the time is up; the connection is then of no more use
   */
  async within<T>(work: Promise<T>): Promise<T> {
    return withTimeout(work, this.timeoutMs);
  }

  /** Gives the connection up: it is broken or its state is unknown. */
  drop(): void {
    const client = this.client;
    this.client = undefined;
    client?.release(true);
  }

  /** Gives the connection up for good. */
  close(): void {
    this.closed = true;
    this.drop();
  }

  private async open(): Promise<PoolClient> {
    try {
      return await this.prepare(await this.connect());
    } catch (error) {
      throw unavailable(error);
    }
  }

  private async connect(): Promise<PoolClient> {
    const connecting = guardedConnect(this.pool);
    try {
      return await this.within(connecting);
    } catch (error) {
      // It may still come after the time is up; the pool would miss it for ever.
      void connecting.then(
        (late) => late.release(),
        () => undefined,
      );
      throw error;
    }
  }

  private async prepare(client: PoolClient): Promise<PoolClient> {
    client.on('error', () => this.lost(client));
    try {
      await this.within(client.query(DURABLE));
      return client;
    } catch (error) {
      client.release(true);
      throw error;
    }
  }

  private lost(client: PoolClient): void {
    if (this.client === client) this.drop();
  }
}

function withTimeout<T>(work: Promise<T>, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no answer from PostgreSQL within ${ms} ms`)), ms);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
