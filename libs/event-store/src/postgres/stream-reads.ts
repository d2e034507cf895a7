import { type QueryArrayConfig } from 'pg';
import { type StoredEvent, type StreamName } from '../port';
import { plainArray } from './array-parameters';
import { eventQuery, type LogRow } from './event-rows';
import { type ForeignRows } from './foreign-rows';

/** One read of a stream: at most `limit` events from a revision on. */
export interface StreamRead {
  readonly stream: StreamName;
  readonly fromRevision: number;
  readonly limit: number;
}

/** Most streams of one query; each may give a page of events. */
const STREAMS_TOGETHER = 64;

const ALONE = 'where stream = $1 and revision >= $2 order by revision limit $3';

// Revisions have no gaps, so a limit is a range of them.
const TOGETHER = `
  join unnest($1::text[], $2::integer[], $3::bigint[]) as wanted (name, first, most) on stream = name collate "C"
  where revision >= first and revision < first + most
  order by stream, revision`;

interface Waiting extends StreamRead {
  readonly resolve: (events: StoredEvent[]) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Reads streams. What is asked for in the same turn of the loop shares a query: who sends many commands, or folds many
 * tasks, has many streams read at a time, and a query costs more than the few events that it brings.
 */
export class StreamReads {
  private waiting: Waiting[] = [];

  /** @param query runs a query for rows of the log */
  constructor(
    private readonly query: (config: QueryArrayConfig) => Promise<readonly LogRow[]>,
    private readonly foreign: ForeignRows,
  ) {}

  /** @throws EventLogError LOG.INTEGRITY for a stream with a foreign row; what the query throws, for all that share it */
  read(read: StreamRead): Promise<StoredEvent[]> {
    return new Promise((resolve, reject) => {
      // After everything that runs in this turn has asked.
      if (this.waiting.length === 0) process.nextTick(() => this.flush());
      this.waiting.push({ resolve, reject, ...read });
    });
  }

  private flush(): void {
    const batches: Map<StreamName, Waiting>[] = [];
    for (const each of this.waiting) {
      // A stream that is wanted twice is read in two queries: its events would not tell for whom they are.
      let batch = batches.find((some) => some.size < STREAMS_TOGETHER && !some.has(each.stream));
      if (!batch) {
        batch = new Map<StreamName, Waiting>();
        batches.push(batch);
      }
      batch.set(each.stream, each);
    }
    this.waiting = [];
    for (const batch of batches) void this.run(batch);
  }

  private async run(batch: ReadonlyMap<StreamName, Waiting>): Promise<void> {
    const all = [...batch.values()];
    try {
      const found = new Map(all.map(({ stream }): [StreamName, LogRow[]] => [stream, []]));
      for (const row of await this.query(queryOf(all))) found.get(row.stream)?.push(row);
      for (const each of all) this.answer(each, found.get(each.stream) ?? []);
    } catch (error) {
      for (const { reject } of all) reject(error);
    }
  }

  /** Each stream is answered by itself: those that share a query do not share a foreign row. */
  private answer({ resolve, reject }: Waiting, rows: readonly LogRow[]): void {
    try {
      resolve(this.foreign.refuse(rows));
    } catch (error) {
      reject(error);
    }
  }
}

function queryOf(reads: readonly StreamRead[]): QueryArrayConfig {
  const [only, second] = reads;
  if (only && !second) return eventQuery('log-read-stream', ALONE, [only.stream, only.fromRevision, only.limit]);
  return eventQuery('log-read-streams', TOGETHER, [
    plainArray(reads.map(({ stream }) => stream)),
    plainArray(reads.map(({ fromRevision }) => fromRevision)),
    plainArray(reads.map(({ limit }) => limit)),
  ]);
}
