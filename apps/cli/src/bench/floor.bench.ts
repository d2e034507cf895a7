import { randomUUID } from 'node:crypto';
import { type Pool } from 'pg';
import { type Logger, createPool } from '#platform';
import { type Figures, perSecond, rounded } from './figures';
import { reportBody } from './fixture';

/** How long one measurement runs, in milliseconds. */
export const MEASURE_FOR = 4_000;

/** How many requests are under way at a time in each measurement. */
export const IN_FLIGHT = [1, 20, 64] as const;

/**
 * The floor: the payload of a report as one row, one insert and one commit each, on as many connections as there are
 * inserts under way. What a command costs beyond it, and what group commit saves, show against this.
 */
export async function measureFloor(databaseUrl: string, logger: Logger): Promise<Figures> {
  const pool = createPool(databaseUrl, { max: Math.max(...IN_FLIGHT), applicationName: 'taizhang-bench', logger });
  try {
    await pool.query(`create schema bench;
      create table bench.floor (event_id uuid primary key, stream text, revision int, metadata text, data text, unique (stream, revision))`);
    const figures: Figures = {};
    for (const inFlight of IN_FLIGHT) {
      const rate = await perSecond(inFlight, MEASURE_FOR, (index) => insert(pool, inFlight, index));
      figures[`insertsPerSecond${inFlight}`] = rounded(rate);
    }
    return figures;
  } finally {
    await pool.query('drop schema if exists bench cascade');
    await pool.end();
  }
}

function insert(pool: Pool, inFlight: number, index: number): Promise<unknown> {
  const data = JSON.stringify(reportBody(index));
  const metadata = JSON.stringify({
    commandId: randomUUID(),
    correlationId: randomUUID(),
    recordedAt: '2021-08-02T01:00:00.000Z',
    actor: { accountId: randomUUID(), name: '测速人员', role: 'reporter', postId: randomUUID(), unitId: randomUUID() },
  });
  return pool.query({
    name: 'bench-floor',
    text: 'insert into bench.floor values ($1, $2, $3, $4, $5)',
    values: [randomUUID(), `task-${inFlight}`, index, metadata, data],
  });
}
