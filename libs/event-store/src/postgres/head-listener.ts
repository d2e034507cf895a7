import { type Pool, type PoolClient } from 'pg';
import { z } from 'zod';
import { pause } from '#platform';
import { type HeadSignal } from '../head-signal';
import { guardedConnect } from './guarded-connect';
import { LOG_CHANNEL } from './log-migrations';

const headRows = z.tuple([z.tuple([z.string().nullable()])]);
/** Tells the listening connection apart in `pg_stat_activity`: the last thing it asked. */
export const HEAD_AFTER_LISTEN = 'select max(position)::text from log.event /* after LISTEN */';

const announcement = z.string().regex(/^[1-9][0-9]{0,18}$/);

/** How to listen. */
export interface ListenerOptions {
  /** Milliseconds between attempts to listen again. */
  readonly retryMs: number;
  /** Told each loss of the connection; the listener itself goes on trying. */
  readonly onFault: (error: unknown) => void;
}

/**
 * Hears of other processes' commits by LISTEN and passes them on. After each connect it asks for the log's end once: what
 * was committed before LISTEN took hold is announced by that, what comes later by the channel.
 */
export class HeadListener {
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;

  constructor(
    private readonly pool: Pool,
    private readonly signal: HeadSignal,
    private readonly options: ListenerOptions,
  ) {}

  /** Begins to listen; further calls do nothing. */
  start(): void {
    if (!this.stopping.signal.aborted) this.running ??= this.run();
  }

  /** Stops and gives the connection back. */
  async close(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      try {
        await this.listen();
      } catch (error) {
        this.options.onFault(error);
        await pause(this.options.retryMs, this.stopping.signal);
      }
    }
  }

  /** Listens until the connection breaks (then it throws) or until stopped. */
  private async listen(): Promise<void> {
    const client = await guardedConnect(this.pool);
    const ended = this.untilEnd(client);
    // Awaited below; a break before that point must not count as unhandled.
    ended.catch(() => undefined);
    try {
      client.on('notification', ({ payload }) => this.hear(payload));
      await client.query(`listen ${LOG_CHANNEL}`);
      const result = await client.query({ text: HEAD_AFTER_LISTEN, rowMode: 'array' });
      const [[head]] = headRows.parse(result.rows);
      if (head !== null) this.signal.announce(head);
      await ended;
    } finally {
      // Destroyed, not given back: a pooled connection must not go on listening.
      client.release(true);
    }
  }

  private hear(payload: string | undefined): void {
    const position = announcement.safeParse(payload);
    if (position.success) this.signal.announce(position.data);
  }

  private untilEnd(client: PoolClient): Promise<void> {
    const { signal } = this.stopping;
    return new Promise((resolve, reject) => {
      const stop = (): void => resolve();
      const fail = (error: Error): void => {
        signal.removeEventListener('abort', stop);
        reject(error);
      };
      client.on('error', fail);
      client.on('end', () => fail(new Error('the LISTEN connection ended')));
      signal.addEventListener('abort', stop, { once: true });
      if (signal.aborted) resolve();
    });
  }
}
