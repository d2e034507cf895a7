import { type QueryConfig } from 'pg';
import { type Column } from './columns';

/** Optional settings of a table. */
interface TableSettings {
  /** Stored in the database as the comment of the table. */
  readonly comment?: string;
  /** Percentage of a page that inserts fill. The rest is kept free for updates in place. */
  readonly fillfactor?: number;
  /**
   * The `set` list of an upsert in SQL; `t` is the existing row and `excluded` the new one. Default: every column takes its
   * new value, except the key and the columns marked `once`.
   */
  readonly changes?: string;
}

/**
 * A table of a projection. Its definition, the statements that write rows and their parameters are derived from its columns.
 * A statement receives one array per column, so any number of rows is written in one round trip.
 */
export class Table<Row, Name extends string> {
  private readonly entries: readonly (readonly [string, Column<Row>])[];
  private readonly names: readonly string[];
  private readonly key: readonly string[];

  constructor(
    private readonly name: string,
    readonly columns: Readonly<Record<Name, Column<Row>>>,
    private readonly settings: TableSettings,
  ) {
    this.entries = Object.entries<Column<Row>>(columns);
    this.names = Object.keys(columns);
    this.key = this.entries.flatMap(([column, { key = false }]) => (key ? [column] : []));
  }

  /** SQL that makes the table in a schema, with its primary key and its comments. */
  create(schema: string): string {
    const { comment, fillfactor } = this.settings;
    const table = `${schema}.${this.name}`;
    const storage = fillfactor === undefined ? '' : ` with (fillfactor = ${fillfactor})`;
    const lines = [...this.entries.map(definitionOf), `primary key (${this.key.join(', ')})`];
    return [
      `create table ${table} (\n  ${lines.join(',\n  ')}\n)${storage};`,
      ...(comment === undefined ? [] : [`comment on table ${table} is ${quoted(comment)};`]),
      ...this.entries.flatMap(([name, column]) => columnSettings(table, name, column)),
    ].join('\n');
  }

  /** Adds rows; the database refuses a key that exists. */
  insert(schema: string, rows: readonly Row[]): QueryConfig {
    return this.statement(schema, 'insert', rows, '');
  }

  /** Adds the rows whose keys do not exist yet, and leaves the others alone. */
  insertMissing(schema: string, rows: readonly Row[]): QueryConfig {
    return this.statement(schema, 'insert-missing', rows, 'on conflict do nothing');
  }

  /** Adds the rows whose keys do not exist yet, and changes the others. */
  upsert(schema: string, rows: readonly Row[]): QueryConfig {
    const { changes = this.overwriting() } = this.settings;
    return this.statement(schema, 'upsert', rows, `on conflict (${this.key.join(', ')}) do update set ${changes}`);
  }

  /** The values of a row by column name. */
  valuesOf(row: Row): Readonly<Record<string, unknown>> {
    return Object.fromEntries(this.entries.map(([column, { value }]) => [column, value(row)]));
  }

  private overwriting(): string {
    const changed = this.entries.filter(([, { key = false, once = false }]) => !key && !once);
    return changed.map(([column]) => `${column} = excluded.${column}`).join(', ');
  }

  private statement(schema: string, verb: string, rows: readonly Row[], conflict: string): QueryConfig {
    const columns = this.names.join(', ');
    const stored = this.entries.map(([column, { stored: toStored }]) => toStored(`r.${column}`));
    const arrays = this.entries.map(([, { sentAs }], index) => `$${index + 1}::${sentAs}[]`);
    return {
      name: `${schema}-${this.name}-${verb}`,
      text: `
        insert into ${schema}.${this.name} as t (${columns})
        select ${stored.join(', ')}
        from unnest(${arrays.join(', ')}) as r(${columns})
        ${conflict}`,
      values: this.entries.map(([, { arrayOf }]) => arrayOf(rows)),
    };
  }
}

/** The names of a table's columns. */
export type ColumnOf<Of> = Of extends Table<never, infer Name> ? Name : never;

/** Declares a table. Columns come from `columnsOf`. */
export function table<Row, Name extends string>(
  name: string,
  columns: Readonly<Record<Name, Column<Row>>>,
  settings: TableSettings = {},
): Table<Row, Name> {
  return new Table(name, columns, settings);
}

/** SQL that creates several tables, as a projector's `tables` expects it. */
export function createTables(...tables: readonly Pick<Table<never, never>, 'create'>[]): (schema: string) => string {
  return (schema) => tables.map((each) => each.create(schema)).join('\n');
}

function definitionOf([column, { type, collation, nullable }]: readonly [string, Column<never>]): string {
  const collate = collation === undefined ? '' : ` collate "${collation}"`;
  return `${column} ${type}${collate}${nullable ? '' : ' not null'}`;
}

/** What `create table` cannot say of a column. */
function columnSettings(tableName: string, column: string, { comment, storage }: Column<never>): string[] {
  return [
    ...(storage === undefined ? [] : [`alter table ${tableName} alter column ${column} set storage ${storage};`]),
    ...(comment === undefined ? [] : [`comment on column ${tableName}.${column} is ${quoted(comment)};`]),
  ];
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
