/** A record as the double keeps it. */
export interface DoubleRecord {
  readonly stream: string;
  readonly revision: bigint;
  readonly position: bigint;
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly metadata: Uint8Array;
  readonly data: Uint8Array;
}

/** A record as a client proposes it. */
export type ProposedRecord = Pick<DoubleRecord, 'id' | 'type' | 'contentType' | 'metadata' | 'data'>;

/** The state that a client expects a stream to be in: at a revision, new, or any. */
export type Expected = number | 'no-stream' | 'any';

/** The answer to an append: the place of its last record, or the current revision of the stream (-1: there is no stream). */
export type AppendAnswer =
  | { readonly kind: 'written'; readonly revision: number; readonly position: bigint }
  | { readonly kind: 'wrong'; readonly current: number }
  | { readonly kind: 'deleted' };

/** What a read of a stream gives. */
export type StreamRead = readonly DoubleRecord[] | 'not-found' | 'deleted';

/** Revision of a tombstone, and the `$tb` of a stream that was deleted softly. */
const BEYOND_ALL = 2n ** 63n - 1n;

/**
 * Streams and their order, as the server keeps them. A repeated append, recognised by its ids, is answered like the first one. Like
 * the server, it accepts an append that expects no stream after a soft deletion, and continues the old revision numbers.
 */
export class DoubleLog {
  readonly records: DoubleRecord[] = [];
  private readonly listeners = new Set<() => void>();

  /** What a reader of a stream gets: records before the `$tb` of its metadata are left out. */
  read(name: string): StreamRead {
    const stream = this.all(name);
    if (stream.some(({ revision }) => revision === BEYOND_ALL)) return 'deleted';
    const kept = stream.filter(({ revision }) => revision >= this.truncatedBefore(name));
    return kept.length === 0 ? 'not-found' : kept;
  }

  append(name: string, expected: Expected, proposed: readonly ProposedRecord[]): AppendAnswer {
    const read = this.read(name);
    if (read === 'deleted') return { kind: 'deleted' };
    const stream = this.all(name);
    const last = stream.length === 0 ? -1 : Number(stream.at(-1)?.revision);
    const reborn = read === 'not-found' && last >= 0;
    const wanted = expected === 'any' || (expected === 'no-stream' && reborn) ? last : numberOf(expected);
    const there = stream.filter(({ revision }) => revision > wanted).slice(0, proposed.length);
    const again = there.length === proposed.length && there.every(({ id }, index) => id === proposed[index]?.id);
    const before = there.at(-1);
    if (again && before) return { kind: 'written', revision: Number(before.revision), position: before.position };
    if (wanted !== last) return { kind: 'wrong', current: reborn ? -1 : last };
    if (reborn) this.setMetadata(name, { $tb: last + 1 });
    return this.write(name, last + 1, proposed);
  }

  /** Replaces the metadata of a stream, such as `$maxCount` or `$tb`. */
  setMetadata(name: string, settings: object): void {
    const data = Buffer.from(JSON.stringify(settings), 'utf8');
    const about = `$$${name}`;
    const next = this.all(about).length;
    this.write(about, next, [aRecord('$metadata', data)]);
  }

  /** Deletes a stream as the server's API does by default: readers are told that it does not exist. */
  deleteSoftly(name: string): void {
    this.setMetadata(name, { $tb: Number(BEYOND_ALL) });
  }

  /** Deletes a stream for good: nobody can read or write it again. */
  tombstone(name: string): void {
    this.add({ ...aRecord('$streamDeleted', new Uint8Array()), stream: name, revision: BEYOND_ALL });
  }

  /** Removes the first `count` records of a stream, as a scavenge of the server does. */
  scavenge(name: string, count: number): void {
    const gone = new Set(this.all(name).slice(0, count));
    this.keep((record) => !gone.has(record));
  }

  /** Keeps the first `count` records only, as a server does that was restored from an older copy. */
  returnTo(count: number): void {
    this.keep((_record, index) => index < count);
  }

  /** Calls back after every append, until the function returned is called. */
  onAppend(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Resolves once the log holds `count` records. */
  async grown(count: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const off = this.onAppend(() => {
        if (this.records.length < count) return;
        off();
        resolve();
      });
    });
  }

  private all(name: string): readonly DoubleRecord[] {
    return this.records.filter(({ stream }) => stream === name);
  }

  private truncatedBefore(name: string): bigint {
    const told = this.all(`$$${name}`).at(-1);
    if (!told) return 0n;
    const settings: unknown = JSON.parse(Buffer.from(told.data).toString('utf8'));
    const before = typeof settings === 'object' && settings !== null && '$tb' in settings ? settings.$tb : 0;
    return typeof before === 'number' ? BigInt(before) : 0n;
  }

  private write(name: string, first: number, proposed: readonly ProposedRecord[]): AppendAnswer {
    let position = 0n;
    for (const [index, record] of proposed.entries()) {
      position = this.add({ ...record, stream: name, revision: BigInt(first + index) });
    }
    for (const listener of [...this.listeners]) listener();
    return { kind: 'written', revision: first + proposed.length - 1, position };
  }

  private add(record: Omit<DoubleRecord, 'position'>): bigint {
    // Positions have gaps, as places in a file have.
    const position = (this.records.at(-1)?.position ?? 0n) + 100n;
    this.records.push({ ...record, position });
    return position;
  }

  private keep(wanted: (record: DoubleRecord, index: number) => boolean): void {
    this.records.splice(0, Infinity, ...this.records.filter(wanted));
  }
}

/** A record that was not written by this program. */
export function aRecord(type: string, data: Uint8Array): ProposedRecord {
  const id = '00000000-0000-4000-8000-000000000000';
  return { id, type, contentType: 'application/json', metadata: new Uint8Array(), data };
}

function numberOf(expected: number | 'no-stream'): number {
  return expected === 'no-stream' ? -1 : expected;
}
