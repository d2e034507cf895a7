import { type PoolClient } from 'pg';
import { type ReadableEntry } from './log-entry';

/** Where an applier writes: the live schema, or the one beside it that a rebuild fills. */
export interface Target {
  /** Name of the PostgreSQL schema; lower-case letters and `_`, so it needs no quoting. */
  readonly schema: string;
  /** False while a rebuild repeats old events: then nobody is notified of anything. */
  readonly live: boolean;
}

/** Writes the rows of one projection into one target. May keep what it knows of its own rows between batches. */
export interface Applier {
  /**
   * Takes in events of the projector's categories, in log order, inside the caller's transaction. Throwing rolls all of it back.
   */
  take(entries: readonly ReadableEntry[], client: PoolClient): Promise<void>;
  /**
   * Writes what was taken in and not yet written; called before the transaction ends. A rebuild takes many pages in one
   * transaction, so that a row that changes often is written once.
   */
  flush?(client: PoolClient): Promise<void>;
  /** About how many rows it holds back; a rebuild ends the transaction before they are too many. */
  readonly held?: number;
  /** Its rows were written by somebody else, or its transaction was rolled back: everything kept may be wrong. */
  forget?(): void;
}

/**
 * A projection: how events become rows. Its tables live in a schema of its own, `projection_<name>`. A change of the tables,
 * of what they hold, or of the domain's folding that shows in them is a new version, and a new version is built afresh.
 */
export interface Projector {
  /** Lower-case letters only. */
  readonly name: string;
  readonly version: number;
  /** The kinds of streams (prefix of the name, such as `task`) whose events it applies; others pass by. */
  readonly categories: ReadonlySet<string>;
  /** SQL of its tables with their primary keys, and with the indexes by which it finds rows again. */
  readonly tables: (schema: string) => string;
  /** SQL of the indexes that only reading needs; made after the load of a rebuild. */
  readonly indexes: (schema: string) => string;
  readonly open: (target: Target) => Applier;
  /** Called in the transaction that puts other tables in the place of the live ones, for those who keep something of their rows. */
  readonly onSwitch?: (client: PoolClient) => Promise<void>;
}

/** The schema that a projection is read from. */
export function liveSchema(name: string): string {
  return `projection_${name}`;
}
