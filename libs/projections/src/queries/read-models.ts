import { Kysely, PostgresDialect, type RawBuilder, sql } from 'kysely';
import { type Pool } from 'pg';
import { type UnitReference } from '#contracts';
import { comparePositions, type EventStore, isEventLogError, type Position } from '#event-store';
import { UnlessAway } from '#platform';
import { readCheckpoints } from '../runtime/checkpoint';
import { type AccountNames } from './account-names';

/** A connection for looking at the read models; in a snapshot every statement sees the same moment. */
export type Snapshot = Kysely<unknown>;

/** In one round trip. Parallel workers and compiled statements take longer to start than the short statements of a page. */
const BEGIN = sql`start transaction isolation level repeatable read read only;
  set local max_parallel_workers_per_gather = 0; set local jit = off`;

/** Where queries read: the tables of the projections, and the log where the raw events are wanted. */
export class ReadModels {
  private readonly db: Kysely<unknown>;
  private readonly heads: UnlessAway<Position | null>;

  constructor(
    readonly store: EventStore,
    readonly pool: Pool,
    private readonly accounts: AccountNames,
  ) {
    this.db = new Kysely({ dialect: new PostgresDialect({ pool }) });
    this.heads = new UnlessAway(() => store.head(), {
      isAway: (error) => isEventLogError(error, 'LOG.UNAVAILABLE', 'LOG.REFUSED'),
    });
  }

  /** How people are called now, by the ids of their accounts. Nobody is asked where none is named. */
  async peopleNamed(accountIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return accountIds.length === 0 ? new Map() : this.accounts.namesOf([...new Set(accountIds)]);
  }

  /** The log's end; while the log is away, the furthest position that has gone into a projection. */
  async logEnd(): Promise<Position | null> {
    const head = await this.heads.ask();
    return head === undefined ? this.furthestPosition() : head;
  }

  /** The log's end, asked for after this call began: an answer that others wait for already may be older. */
  async logEndFromNow(): Promise<Position | null> {
    await this.logEnd();
    return this.logEnd();
  }

  /** True when the log is known to go at least up to a position. */
  async reaches(position: Position): Promise<boolean> {
    if (comparePositions(await this.furthestPosition(), position) >= 0) return true;
    return comparePositions(await this.logEndFromNow(), position) >= 0;
  }

  private async furthestPosition(): Promise<Position | null> {
    const positions = [...(await readCheckpoints(this.pool)).values()].map(({ place }) => place?.position ?? null);
    return positions.reduce((one, other) => (comparePositions(one, other) > 0 ? one : other), null);
  }

  /**
   * Runs statements one after another, each seeing at least what the one before it has seen: enough for an answer that asks
   * first up to where it goes, and half the journeys of a snapshot.
   */
  inTurn<T>(work: (at: Snapshot) => Promise<T>): Promise<T> {
    return this.db.connection().execute(work);
  }

  /** Runs statements that all see the same moment and cannot write. */
  snapshot<T>(work: (at: Snapshot) => Promise<T>): Promise<T> {
    return this.db.connection().execute(async (at) => {
      await BEGIN.execute(at);
      try {
        const answer = await work(at);
        await sql`commit`.execute(at);
        return answer;
      } catch (error) {
        await sql`rollback`.execute(at).catch(() => undefined);
        throw error;
      }
    });
  }
}

/** Up to where a projection goes: an expression, for a statement that asks for something else too. */
export function positionOf(projection: string): RawBuilder<string | null> {
  return sql`(select position::text from projection.checkpoint where name = ${projection})`;
}

/** Up to where a projection goes, in a snapshot. */
export async function asOf(at: Snapshot, projection: string): Promise<Position | null> {
  const { rows } = await sql<{ position: string | null }>`select ${positionOf(projection)} as position`.execute(at);
  return rows[0]?.position ?? null;
}

/** Names of units by id. */
export type UnitNames = (unitId: string) => UnitReference;

/** Looks up names; a unit that is not in the register is called by its id, so that nothing is hidden. */
export async function unitNames(at: Snapshot, unitIds: Iterable<string>): Promise<UnitNames> {
  const ids = [...new Set(unitIds)];
  const { rows } = await sql<{ unit_id: string; name: string }>`
    select unit_id, name from projection_units.unit where unit_id = any(${ids}::uuid[])`.execute(at);
  const names = new Map(rows.map((row) => [row.unit_id, row.name]));
  return (unitId) => ({ unitId, name: names.get(unitId) ?? unitId });
}
