import { LRUCache } from 'lru-cache';
import { type ClientBase } from 'pg';
import { z } from 'zod';

/** The last event of a stream as far as this process knows. */
export interface StreamTail {
  readonly revision: number;
  readonly hash: string;
}

const rows = z.array(z.tuple([z.string(), z.int(), z.string()]));

const TAILS = `
  select s.stream, t.revision, encode(t.hash, 'hex')
  from unnest($1::text[]) as s(stream)
  cross join lateral (
    select e.revision, e.hash from log.event e where e.stream = s.stream order by e.revision desc limit 1
  ) t`;

/**
 * The tails of the streams written or looked up last. Another process may have gone on with a stream since, so a tail is
 * only ever a guess that `log.append_batch` confirms or refuses.
 */
export class StreamTails {
  private readonly cache: LRUCache<string, StreamTail>;

  /** @param max number of streams remembered */
  constructor(max: number) {
    this.cache = new LRUCache({ max });
  }

  /** The tail as last seen. */
  get(stream: string): StreamTail | undefined {
    return this.cache.get(stream);
  }

  /** Takes note of a tail that is surely committed. */
  set(stream: string, tail: StreamTail): void {
    this.cache.set(stream, tail);
  }

  /** Forgets a stream whose tail has moved. */
  forget(stream: string): void {
    this.cache.delete(stream);
  }

  /** Forgets every stream. */
  clear(): void {
    this.cache.clear();
  }

  /** Reads the tails of streams in one query; those without an event stay unknown. */
  async load(client: ClientBase, streams: readonly string[]): Promise<void> {
    const result = await client.query({
      name: 'log-tails',
      text: TAILS,
      values: [streams],
      rowMode: 'array',
    });
    for (const [stream, revision, hash] of rows.parse(result.rows)) this.cache.set(stream, { revision, hash });
  }
}
