import { type Pool } from 'pg';
import { TIMER } from '#projections';

/** What a spec says of a timer; the rest is filled in. */
export interface TimerDraft {
  /** The name of its rung too, by which a spec tells which commands came of which timers. */
  readonly timerId: string;
  /** ISO, UTC. */
  readonly fireAt: string;
  readonly shard?: number;
  /** Default: a group of its own, since of one group only the last due timer fires. */
  readonly group?: string;
  /** Default: a rung. */
  readonly act?: string;
  readonly body?: object;
}

/** Makes an empty table of timers, as the projection has it. */
export async function createTimerTable(pool: Pool): Promise<void> {
  await pool.query(`create schema if not exists projection_timers; ${TIMER.create('projection_timers')}`);
}

/** Writes timers as the projector would. */
export async function writeTimers(pool: Pool, timers: readonly TimerDraft[]): Promise<void> {
  const rows = timers.map((timer) => ({
    timer_id: timer.timerId,
    task_id: '11111111-1111-4111-8111-111111111111',
    ledger_id: '22222222-2222-4222-8222-222222222222',
    timer_group: timer.group ?? timer.timerId,
    act: timer.act ?? 'task.fire-rung',
    body: timer.body ?? {
      obligation: { lane: '33333333-3333-4333-8333-333333333333', limitId: 'L1', period: null },
      round: 1,
      climb: 1,
      rung: { rungId: timer.timerId, kind: 'remind' },
      due: '2022-01-10',
    },
    fire_at: timer.fireAt,
    shard: timer.shard ?? 0,
  }));
  await pool.query(
    `insert into projection_timers.timer
     select * from json_populate_recordset(null::projection_timers.timer, $1::json)`,
    [JSON.stringify(rows)],
  );
}
