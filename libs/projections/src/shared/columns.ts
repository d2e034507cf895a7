import { jsonArray, plainArray, textArray } from './sql-arrays';

/** Optional settings of a column. */
interface ColumnSettings {
  /** Part of the primary key. */
  readonly key?: boolean;
  /** Keeps its first value: an upsert does not overwrite it. */
  readonly once?: boolean;
  /** Stored in the database as the comment of the column. */
  readonly comment?: string;
  readonly collation?: string;
  /** How PostgreSQL stores long values. Default: its own choice for the type. */
  readonly storage?: 'external' | 'main';
}

/** A column of a table that is filled from values of `Row`. */
export interface Column<Row> extends ColumnSettings {
  /** Type in SQL. */
  readonly type: string;
  readonly nullable: boolean;
  /** Type as which a statement receives the column's values, in an array. */
  readonly sentAs: string;
  /** What the statement stores of a member of that array. */
  readonly stored: (member: string) => string;
  readonly value: (row: Row) => unknown;
  /** The array with the values of some rows. */
  readonly arrayOf: (rows: readonly Row[]) => unknown;
}

/** A type of SQL, and how values of it are sent. */
interface Kind<Base> {
  readonly type: string;
  readonly sentAs: string;
  readonly stored: (member: string) => string;
  readonly toArray: (values: readonly Base[]) => unknown;
}

/** Sent as what they are; no value needs an escape in the text of an array. */
function plain(type: string): Kind<string | number | boolean | null> {
  return { type, sentAs: type, stored: asSent, toArray: plainArray };
}

/** Sent as text, and cast. */
function cast(type: string): Kind<string | null> {
  return { type, sentAs: 'text', stored: (member) => `${member}::${type}`, toArray: textArray };
}

const TEXT: Kind<string | null> = { type: 'text', sentAs: 'text', stored: asSent, toArray: textArray };
const JSON_TEXT: Kind<string> = { type: 'json', sentAs: 'json', stored: asSent, toArray: jsonArray };
const JSON_VALUE: Kind<object> = {
  ...JSON_TEXT,
  toArray: (values) => jsonArray(values.map((value) => JSON.stringify(value))),
};

/** An array of arrays has members of one length only, so each member is sent as a text or as JSON. */
const UUIDS: Kind<readonly string[]> = {
  ...cast('uuid[]'),
  toArray: (values) => textArray(values.map((ids) => plainArray(ids))),
};
const TEXTS: Kind<readonly string[]> = {
  ...JSON_VALUE,
  type: 'text[]',
  stored: (member) => `array(select json_array_elements_text(${member}))`,
};

function asSent(member: string): string {
  return member;
}

/**
 * The columns that a table filled from `Row` may have, by type. A function gives a column's value; `…OrNull` are the columns
 * that may be null.
 */
export function columnsOf<Row>() {
  const make =
    <Base>(kind: Kind<Base>, nullable = false) =>
    (value: (row: Row) => Base, settings: ColumnSettings = {}): Column<Row> => {
      const { toArray, ...rest } = kind;
      return { ...rest, ...settings, nullable, value, arrayOf: (rows) => toArray(rows.map(value)) };
    };
  return {
    uuid: make<string>(plain('uuid')),
    uuidOrNull: make<string | null>(plain('uuid'), true),
    uuids: make(UUIDS),
    text: make<string>(TEXT),
    textOrNull: make(TEXT, true),
    texts: make(TEXTS),
    integer: make<number>(plain('integer')),
    /** A position of the log, in digits. */
    bigint: make<string>(plain('bigint')),
    bigintOrNull: make<string | null>(plain('bigint'), true),
    doubleOrNull: make<number | null>(plain('double precision'), true),
    boolean: make<boolean>(plain('boolean')),
    /** A day as YYYY-MM-DD. */
    date: make<string>(cast('date')),
    dateOrNull: make(cast('date'), true),
    /** A moment in ISO 8601. */
    instant: make<string>(cast('timestamptz')),
    instantOrNull: make(cast('timestamptz'), true),
    json: make(JSON_VALUE),
    /** The value is JSON already. */
    jsonText: make(JSON_TEXT),
  };
}
