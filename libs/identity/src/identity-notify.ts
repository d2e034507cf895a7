import { Client, type Notification, type Pool, type PoolClient } from 'pg';
import { type Logger, RepeatedWarnings } from '#platform';
import { IDENTITY_CHANNEL, type IdentityChange, readChange, writeChange } from './identity-change';

/** Who keeps resolved credentials in memory and must hear of changes. */
export interface IdentityChangeListener {
  /** One thing changed. */
  forget(change: IdentityChange): void;
  /** Changes may have been missed: everything kept is worthless. */
  clear(): void;
}

/** Settings of {@link IdentityNotify}; times in milliseconds. */
export interface IdentityNotifyOptions {
  /** Where to connect; the listening connection is one of its own beside the pool's. */
  readonly pool: Pool;
  readonly logger: Logger;
  /** How often a quiet connection is asked whether it still answers. Default 5 s. */
  readonly heartbeat?: number;
  /** How long an answer may take before the connection counts as lost. Default 5 s. */
  readonly answerTimeout?: number;
  /** The first wait before connecting again; it doubles up to 5 s. Default 200 ms. */
  readonly retry?: number;
}

const LONGEST_RETRY = 5_000;

/**
 * Tells other processes and this one that a cached credential is no longer right: PostgreSQL's NOTIFY, sent in the
 * transaction of the change, so that it arrives if and only if the change is there. While the listening connection is
 * lost (`isLive()` is false) nothing may be answered from memory.
 */
export class IdentityNotify {
  private readonly listeners = new Set<IdentityChangeListener>();
  private client: Client | undefined;
  private live = false;
  private closed = false;
  private failures = 0;
  private timer: NodeJS.Timeout | undefined;
  private readonly warnings: RepeatedWarnings;

  constructor(private readonly options: IdentityNotifyOptions) {
    this.warnings = new RepeatedWarnings(options.logger);
  }

  /** True when changes of other processes are heard now. False before `start` and while the connection is lost. */
  isLive(): boolean {
    return this.live;
  }

  /** Tells `listener` of changes from now on. */
  subscribe(listener: IdentityChangeListener): void {
    this.listeners.add(listener);
  }

  /** Connects and listens; a database that cannot be reached is tried again and again in the background. */
  async start(): Promise<void> {
    await this.connect();
  }

  /** Ends the listening connection; nothing is heard or cached afterwards. */
  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    const client = this.client;
    this.drop();
    await client?.end().catch(() => undefined);
  }

  /** Tells other processes, once the transaction on `client` commits. */
  async announce(client: PoolClient, change: IdentityChange): Promise<void> {
    await client.query('select pg_notify($1, $2)', [IDENTITY_CHANNEL, writeChange(change)]);
  }

  /** Tells this process, at once. */
  applyHere(change: IdentityChange): void {
    for (const listener of this.listeners) listener.forget(change);
  }

  private async connect(): Promise<void> {
    const client = this.newClient();
    this.client = client;
    try {
      await client.connect();
      await client.query(`listen ${IDENTITY_CHANNEL}`);
    } catch (error) {
      this.lose(client, error);
      return;
    }
    if (this.client !== client) return;
    // Whatever was read before LISTEN took hold may have missed a change.
    this.clearListeners();
    this.live = true;
    this.failures = 0;
    this.scheduleHeartbeat(client);
  }

  private newClient(): Client {
    const { pool, answerTimeout = 5_000 } = this.options;
    const client = new Client({
      ...pool.options,
      // The pool hides its password from enumeration, so the spread leaves it out.
      password: pool.options.password,
      application_name: IDENTITY_CHANNEL,
      query_timeout: answerTimeout,
      connectionTimeoutMillis: answerTimeout,
      keepAlive: true,
    });
    client.on('notification', (notification) => this.hear(notification));
    client.on('error', (error) => this.lose(client, error));
    client.on('end', () => this.lose(client, undefined));
    return client;
  }

  private hear(notification: Notification): void {
    const change = readChange(notification.payload);
    if (change === null) this.clearListeners();
    else this.applyHere(change);
  }

  /** A connection whose other end vanished says nothing: only a question without an answer shows it. */
  private scheduleHeartbeat(client: Client): void {
    this.timer = setTimeout(() => {
      client.query('select 1').then(
        () => {
          if (this.client === client) this.scheduleHeartbeat(client);
        },
        (error: unknown) => this.lose(client, error),
      );
    }, this.options.heartbeat ?? 5_000).unref();
  }

  private lose(client: Client, error: unknown): void {
    if (this.client !== client) return;
    this.drop();
    void client.end().catch(() => undefined);
    if (this.closed) return;
    this.warnings.warn(error, '账号变更通知连接中断，登录状态改为逐次查库，将自动重连。');
    const wait = Math.min((this.options.retry ?? 200) * 2 ** Math.min(this.failures, 10), LONGEST_RETRY);
    this.failures += 1;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.connect(), wait).unref();
  }

  private drop(): void {
    this.client = undefined;
    this.live = false;
    this.clearListeners();
  }

  private clearListeners(): void {
    for (const listener of this.listeners) listener.clear();
  }
}
