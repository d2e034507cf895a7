import { LRUCache } from 'lru-cache';
import { type Pool, type PoolClient } from 'pg';
import { z } from 'zod';
import { eachBounded, errorCode, type Logger, RepeatedWarnings, withTransaction } from '#platform';
import { type TimerRow, timerRowSchema } from '#projections';
import { Semaphore } from './semaphore';
import { type TimerSender } from './timer-sender';

/** Rows claimed in one transaction: the projector waits for their locks, so a batch has to be short. */
const BATCH = 256;
/** Commands under way at a time in one batch; many, so that their appends share commits. */
const WIDTH = 64;
/** Batches under way at a time in this process, each on one connection of the pool. */
const LOOPS = 2;
/** Timers remembered as recorded, while the projector has yet to take their rows away. */
const REMEMBERED = 100_000;
/** Timers remembered as standing still. */
const STANDING = 10_000;
/** The task, or what it belongs to, has a broken stream: nothing is decided on it, and no later try changes that. */
const BROKEN = 'LOG.INTEGRITY';

/**
 * Of the timers of one group that are due together, after a standstill, only the last is claimed: who is told that the day has come
 * need not be told that it is near. When the last has fired, the projector takes the others away.
 */
const CLAIM = `
  select timer_id, task_id, act, body, fire_at::text as cursor
  from projection_timers.timer t
  where fire_at <= $1
    and ($2::int is null or shard = $2)
    and ($3::timestamptz is null or (fire_at, timer_id) > ($3::timestamptz, $4::text))
    and not exists (
      select from projection_timers.timer later
      where later.task_id = t.task_id and later.timer_group = t.timer_group
        and later.fire_at > t.fire_at and later.fire_at <= $1)
  order by fire_at, timer_id
  limit $5
  for update of t skip locked`;

const OVERDUE = `
  select count(*)::int as count, (count(*) filter (where timer_id = any($2)))::int as standing,
    (count(*) filter (where timer_id = any($3)))::int as waiting
  from projection_timers.timer where fire_at <= $1`;

const claimedRows = z.array(z.looseObject({ timer_id: z.string(), cursor: z.string() }));
const countRows = z.tuple([z.object({ count: z.int(), standing: z.int(), waiting: z.int() })]);

type ClaimedRow = z.infer<typeof claimedRows>[number];

/** What one call of {@link DueTimers.fire} did; counts of timers. */
export interface FireReport {
  /** Recorded as events, by this call or (a repetition) by an earlier one. */
  readonly fired: number;
  /** Refused as no longer wanted; their rows are about to go. */
  readonly obsolete: number;
  /** Missed on a day off or before the ladder's hour: they go out on the morning of the next working day. */
  readonly waiting: number;
  /** Left for the next sweep, with the reason in the log. */
  readonly failed: number;
  /** Not sent on, as a stream is broken; their rows stay. */
  readonly standing: number;
}

/** Timers that were due at a moment and still have their row. */
export interface Overdue {
  /** Nobody knows why: something is wrong with the timers. */
  readonly overdue: number;
  /** A broken stream keeps them; the others fire. */
  readonly standing: number;
}

/** What {@link DueTimers} works with. */
export interface DueTimersOptions {
  /**
   * A pool of its own, of at least 4 connections: a claim holds one while its commands run, and commands that wait for a
   * connection of the same pool would wait for ever.
   */
  readonly pool: Pool;
  readonly sender: TimerSender;
  readonly logger: Logger;
}

type Tally = { -readonly [Key in keyof FireReport]: FireReport[Key] };

/** Claims due timers and sends their commands. Any number of processes may do so at once. */
export class DueTimers {
  private readonly semaphore = new Semaphore(LOOPS);
  private readonly recorded = new LRUCache<string, true>({ max: REMEMBERED });
  private readonly standing = new LRUCache<string, true>({ max: STANDING });
  private readonly waiting = new LRUCache<string, true>({ max: REMEMBERED });
  private readonly running = new Set<Promise<unknown>>();
  private stopping = false;
  private readonly warnings: RepeatedWarnings;

  constructor(private readonly options: DueTimersOptions) {
    this.warnings = new RepeatedWarnings(options.logger);
  }

  /**
   * Fires every timer due at `now` that nobody else has claimed, earliest first, until none is left. A timer whose command
   * fails keeps its row and is tried again by the next call.
   * @param now by the injected clock, never the database's own
   * @throws what PostgreSQL throws when rows cannot be claimed
   */
  async fire(now: Date, only: { readonly shard?: number } = {}): Promise<FireReport> {
    const run = this.semaphore.run(() => this.loop(now, only.shard ?? null));
    this.running.add(run);
    try {
      return await run;
    } finally {
      this.running.delete(run);
    }
  }

  /** How many timers were due at `moment` and still have their row, and why. */
  async overdue(moment: Date): Promise<Overdue> {
    const known = [[...this.standing.keys()], [...this.waiting.keys()]];
    const result = await this.options.pool.query(OVERDUE, [moment, ...known]);
    const [{ count, standing, waiting }] = countRows.parse(result.rows);
    return { overdue: count - standing - waiting, standing };
  }

  /** The log is another past: what was recorded in the one before may be due again. */
  forget(): void {
    this.recorded.clear();
  }

  /** Sends no more commands and waits for those under way; what is claimed and not sent is free for others. */
  async stop(): Promise<void> {
    this.stopping = true;
    await Promise.allSettled(this.running);
  }

  private async loop(now: Date, shard: number | null): Promise<FireReport> {
    const tally: Tally = { fired: 0, obsolete: 0, waiting: 0, failed: 0, standing: 0 };
    let after: ClaimedRow | undefined;
    do {
      const before = { ...tally };
      after = await this.batch(now, shard, after, tally);
      const nothingWorks = tally.failed - before.failed >= BATCH;
      if (nothingWorks) break;
    } while (after && !this.stopping);
    return tally;
  }

  /**
   * One claim. Each goes on behind the row where the last one ended: a row that was just fired keeps standing until the
   * projector has seen its event, and would be claimed for ever.
   * @returns the last row claimed, none when nothing was
   */
  private async batch(
    now: Date,
    shard: number | null,
    after: ClaimedRow | undefined,
    tally: Tally,
  ): Promise<ClaimedRow | undefined> {
    if (this.stopping) return undefined;
    return withTransaction(this.options.pool, async (client) => {
      const rows = await claim(client, now, shard, after);
      const fresh = rows.filter((row) => !this.recorded.has(row.timer_id));
      await eachBounded(
        fresh,
        WIDTH,
        (row) => this.send(row, tally),
        () => this.stopping,
      );
      return rows.at(-1);
    });
  }

  private async send(row: ClaimedRow, tally: Tally): Promise<void> {
    const timerId = row.timer_id;
    try {
      const outcome = await this.options.sender.send(checked(row));
      tally[outcome] += 1;
      this.noteWaiting(timerId, outcome === 'waiting');
      if (outcome === 'fired') this.recorded.set(timerId, true);
      if (outcome === 'obsolete') this.options.logger.debug({ timerId }, '时限提醒已不再需要，跳过。');
      this.standing.delete(timerId);
    } catch (error) {
      if (errorCode(error) === BROKEN) this.stand(timerId, error, tally);
      else {
        tally.failed += 1;
        this.warnings.error(error, '时限提醒未能发出，下一轮巡检将重试。', { timerId });
      }
    }
  }

  /** Nobody is told on a day off, so such a timer is no sign of a fault. */
  private noteWaiting(timerId: string, waits: boolean): void {
    if (waits) this.waiting.set(timerId, true);
    else this.waiting.delete(timerId);
  }

  /** Named in the log once, as each sweep meets it again. It does not count as failed: others fire whatever their number. */
  private stand(timerId: string, error: unknown, tally: Tally): void {
    tally.standing += 1;
    if (!this.standing.has(timerId)) {
      this.options.logger.error({ err: error, timerId, code: BROKEN }, '时限提醒所属的流受损，提醒暂停，其余照常。');
    }
    this.standing.set(timerId, true);
  }
}

async function claim(
  client: PoolClient,
  now: Date,
  shard: number | null,
  after: ClaimedRow | undefined,
): Promise<readonly ClaimedRow[]> {
  const result = await client.query(CLAIM, [now, shard, after?.cursor ?? null, after?.timer_id ?? null, BATCH]);
  return claimedRows.parse(result.rows);
}

/** Checked row by row: one that is no timer must not keep the others from firing. */
function checked(row: ClaimedRow): TimerRow {
  return timerRowSchema.parse(row);
}
