import { EventStoreDBClient, jsonEvent, NotLeaderError } from '@eventstore/db-client';
import { parseEventstoreAddress } from '#platform';
import { eventually } from '#testing';
import { type Nodes } from './nodes';

/** Somebody who looks after the server with the maker's own client, and makes mistakes. */
export class Operator {
  private readonly client: EventStoreDBClient;
  private readonly own: { readonly credentials: { readonly username: string; readonly password: string } };

  /** @param url a single node's address */
  constructor(url: string) {
    const { hosts, tls, credentials, options } = parseEventstoreAddress(url);
    const [endpoint] = hosts;
    if (!endpoint) throw new RangeError('an address has at least one host');
    this.own = { credentials: credentials ?? { username: '-', password: '-' } };
    this.client = new EventStoreDBClient({ endpoint, ...options }, { insecure: !tls }, credentials ?? undefined);
  }

  async keepOnly(stream: string, maxCount: number): Promise<void> {
    await this.client.setStreamMetadata(stream, { maxCount }, this.own);
  }

  async forgetNothing(stream: string): Promise<void> {
    await this.client.setStreamMetadata(stream, {}, this.own);
  }

  async deleteSoftly(stream: string): Promise<void> {
    await this.client.deleteStream(stream, this.own);
  }

  async deleteForGood(stream: string): Promise<void> {
    await this.client.tombstoneStream(stream, this.own);
  }

  /** Writes so many records of somebody else's, or into a stream of ours. */
  async write(stream: string, count: number): Promise<void> {
    const size = 500;
    for (let written = 0; written < count; written += size) {
      const records = Array.from({ length: Math.min(size, count - written) }, (_, index) =>
        jsonEvent({ type: 'their.thing', data: { index, text: 'x'.repeat(200) } }),
      );
      await this.client.appendToStream(stream, records, this.own);
    }
  }

  async end(): Promise<void> {
    await this.client.dispose();
  }
}

/** The node that leads: the one that answers, or that the others name. */
export async function leaderOf(nodes: Nodes): Promise<number> {
  return eventually(
    async () => {
      for (let index = 0; index < nodes.count; index += 1) {
        const { hosts, tls, credentials } = parseEventstoreAddress(nodes.urlOf(index));
        const [endpoint] = hosts;
        if (!endpoint) continue;
        const client = new EventStoreDBClient({ endpoint }, { insecure: !tls }, credentials ?? undefined);
        const read = client.readAll({ maxCount: 1, requiresLeader: true });
        const found = await firstOf(read).then(
          () => index,
          (error: unknown) => (error instanceof NotLeaderError ? nodes.indexOfPort(error.leader.port) : -1),
        );
        void client.dispose();
        if (found >= 0) return found;
      }
      throw new Error('no node leads');
    },
    { timeoutMs: 60_000, intervalMs: 250 },
  );
}

async function firstOf(read: AsyncIterable<unknown>): Promise<void> {
  for await (const _item of read) return;
}
