import { type Pool, type PoolClient } from 'pg';
import { z } from 'zod';

/** Any constant; the letters `TZDL` as a number. */
const LOCK = 0x54_5a_44_4c;

const lockedRows = z.tuple([z.object({ locked: z.boolean() })]);

/**
 * One owner among all processes on a database: who holds the advisory lock on a connection of its own. When the owner dies
 * its connection closes and the next one to ask takes over.
 */
export class SoleOwner {
  private held: PoolClient | undefined;

  constructor(private readonly pool: Pool) {}

  /** True when this process is the owner or has just become it. @throws what PostgreSQL throws */
  async claim(): Promise<boolean> {
    if (this.held) return this.stillHeld(this.held);
    const client = await this.pool.connect();
    client.on('error', () => this.lose(client));
    try {
      const result = await client.query('select pg_try_advisory_lock($1) as locked', [LOCK]);
      if (lockedRows.parse(result.rows)[0].locked) this.held = client;
    } finally {
      // Closing the connection rather than returning it: it carries a listener, and perhaps half a lock.
      if (this.held !== client) client.release(true);
    }
    return this.held === client;
  }

  /** Lets another process take over. */
  release(): void {
    if (this.held) this.lose(this.held);
  }

  private async stillHeld(client: PoolClient): Promise<boolean> {
    try {
      await client.query('select 1');
    } catch (error) {
      this.lose(client);
      throw error;
    }
    return this.held === client;
  }

  private lose(client: PoolClient): void {
    if (this.held !== client) return;
    this.held = undefined;
    client.release(true);
  }
}
