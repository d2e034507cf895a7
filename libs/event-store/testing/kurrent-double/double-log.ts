/** A record as the double keeps it. */
export interface DoubleRecord {
  readonly stream: string;
  readonly revision: number;
  readonly position: bigint;
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly metadata: Uint8Array;
  readonly data: Uint8Array;
}

/** A record as a client proposes it. */
export type ProposedRecord = Pick<DoubleRecord, 'id' | 'type' | 'contentType' | 'metadata' | 'data'>;

/** What a client expects of a stream: a revision, that it is new, or nothing. */
export type Expected = number | 'no-stream' | 'any';

/** The answer to an append: where its last record stands, or where the stream stands instead (-1: nowhere). */
export type DoubleAnswer =
  | { readonly kind: 'written'; readonly revision: number; readonly position: bigint }
  | { readonly kind: 'wrong'; readonly current: number };

/** Streams and their order, as the server keeps them: an append with the ids of what is there is answered once more. */
export class DoubleLog {
  readonly records: DoubleRecord[] = [];
  private readonly streams = new Map<string, DoubleRecord[]>();
  private readonly listeners = new Set<() => void>();

  stream(name: string): readonly DoubleRecord[] {
    return this.streams.get(name) ?? [];
  }

  append(name: string, expected: Expected, proposed: readonly ProposedRecord[]): DoubleAnswer {
    const stream = this.streams.get(name) ?? [];
    const last = stream.length - 1;
    const wanted = expected === 'any' ? last : expected === 'no-stream' ? -1 : expected;
    const there = stream.slice(wanted + 1, wanted + 1 + proposed.length);
    const again = there.length === proposed.length && there.every(({ id }, index) => id === proposed[index]?.id);
    const before = there.at(-1);
    if (again && before) return { kind: 'written', revision: before.revision, position: before.position };
    if (wanted !== last) return { kind: 'wrong', current: last };
    return this.write(name, stream, proposed);
  }

  /** Removes the first so many records of a stream, as a server does that was told to forget. */
  forget(name: string, count: number): void {
    const gone = new Set(this.streams.get(name)?.splice(0, count));
    this.records.splice(0, Infinity, ...this.records.filter((record) => !gone.has(record)));
  }

  /** Calls back after every append, until the function returned is called. */
  onAppend(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private write(name: string, stream: DoubleRecord[], proposed: readonly ProposedRecord[]): DoubleAnswer {
    for (const record of proposed) {
      // Positions have gaps, as places in a file have.
      const position = (this.records.at(-1)?.position ?? 0n) + 100n;
      const written = { ...record, stream: name, revision: stream.length, position };
      stream.push(written);
      this.records.push(written);
    }
    this.streams.set(name, stream);
    const last = stream.at(-1);
    if (!last) throw new Error('an append without records');
    for (const listener of [...this.listeners]) listener();
    return { kind: 'written', revision: last.revision, position: last.position };
  }
}
