import { type CustomTypesConfig, type QueryArrayConfig } from 'pg';
import { isJsonObject } from '../json';
import { type StoredEvent, type StreamName } from '../port';
import { type Position } from '../position';

const JSON_OID = 114;
const BYTEA_OID = 17;
const INT4_OID = 23;

// Only the types of log.event; 64-bit positions stay text, hashes become their hex digits without the `\x`.
const TYPES: CustomTypesConfig = {
  getTypeParser: (oid: number) => parserOf(oid),
};

function parserOf(oid: number): (text: string) => unknown {
  if (oid === JSON_OID) return (text): unknown => JSON.parse(text);
  if (oid === BYTEA_OID) return (text) => text.slice(2);
  if (oid === INT4_OID) return Number;
  return (text) => text;
}

/** A row of {@link eventQuery}. */
type Row = readonly [string, string, number, string, string, number, unknown, unknown, string, string];

// Not a schema of zod's: every event of every read goes through here, and that took 5 % of a rebuild.
function isRow(row: unknown): row is Row {
  if (!Array.isArray(row) || row.length !== 10) return false;
  const cells: readonly unknown[] = row;
  return (
    TEXTS.every((place) => typeof cells[place] === 'string') &&
    INTEGERS.every((place) => Number.isInteger(cells[place]))
  );
}

const TEXTS = [0, 1, 3, 4, 8, 9];
const INTEGERS = [2, 5];

const COLUMNS = 'position, stream, revision, event_id, type, schema_version, metadata, data, previous_hash, hash';

/** Query for events; `tail` is what follows `from log.event`, `name` the prepared statement's. */
export function eventQuery(name: string, tail: string, values: unknown[]): QueryArrayConfig & { name: string } {
  return { name, text: `select ${COLUMNS} from log.event ${tail}`, values, rowMode: 'array', types: TYPES };
}

/** A row that this program did not write so: its metadata or its data is JSON, but no object. */
export interface ForeignRow {
  readonly foreign: true;
  readonly stream: StreamName;
  readonly revision: number;
  readonly position: Position;
}

/** What a row of log.event is read as. */
export type LogRow = StoredEvent | ForeignRow;

export function isForeign(row: LogRow): row is ForeignRow {
  return 'foreign' in row;
}

/** Reads a row of {@link eventQuery}. */
export function toLogRow(row: unknown): LogRow {
  if (!isRow(row)) throw new TypeError('not a row of log.event');
  const [position, stream, revision, eventId, type, schemaVersion, metadata, data, previousHash, hash] = row;
  if (!isJsonObject(metadata) || !isJsonObject(data)) return { foreign: true, stream, revision, position };
  return { stream, revision, position, eventId, type, schemaVersion, metadata, data, previousHash, hash };
}
