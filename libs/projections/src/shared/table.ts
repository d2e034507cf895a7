import { type QueryConfig } from 'pg';
import { type Column } from './columns';

/** What a table is beside its columns. */
interface TableFacts {
  /** Explains the table in the database. */
  readonly comment?: string;
  /** Percent of a page that inserts fill; the rest is for updates in place. */
  readonly fillfactor?: number;
  /**
   * SQL that says what an upsert changes, `t` being the row that is there and `excluded` the new one. Unless told, every column
   * takes its new value, but for the key and those that are set once.
   */
  readonly changes?: string;
}

/**
 * A table of a projection, declared once as its columns: its definition, the statements that write rows and their parameters
 * follow. A statement takes any number of rows, an array per column: one round trip for a batch.
 */
export class Table<Row, Name extends string> {
  private readonly entries: readonly (readonly [string, Column<Row>])[];
  private readonly names: readonly string[];
  private readonly key: readonly string[];

  constructor(
    private readonly name: string,
    readonly columns: Readonly<Record<Name, Column<Row>>>,
    private readonly facts: TableFacts,
  ) {
    this.entries = Object.entries<Column<Row>>(columns);
    this.names = Object.keys(columns);
    this.key = this.entries.flatMap(([column, { key = false }]) => (key ? [column] : []));
  }

  /** SQL that makes the table in a schema, with its primary key and its comments. */
  create(schema: string): string {
    const { comment, fillfactor } = this.facts;
    const table = `${schema}.${this.name}`;
    const storage = fillfactor === undefined ? '' : ` with (fillfactor = ${fillfactor})`;
    const lines = [...this.entries.map(definitionOf), `primary key (${this.key.join(', ')})`];
    return [
      `create table ${table} (\n  ${lines.join(',\n  ')}\n)${storage};`,
      ...(comment === undefined ? [] : [`comment on table ${table} is ${quoted(comment)};`]),
      ...this.entries.flatMap(([column, facts]) => furtherFacts(table, column, facts)),
    ].join('\n');
  }

  /** Adds rows; a key that is there already is an error of the database. */
  insert(schema: string, rows: readonly Row[]): QueryConfig {
    return this.statement(schema, 'insert', rows, '');
  }

  /** Adds the rows whose keys are not there yet. */
  insertMissing(schema: string, rows: readonly Row[]): QueryConfig {
    return this.statement(schema, 'insert-missing', rows, 'on conflict do nothing');
  }

  /** Adds the rows whose keys are not there yet, and changes the others. */
  upsert(schema: string, rows: readonly Row[]): QueryConfig {
    const { changes = this.overwriting() } = this.facts;
    return this.statement(schema, 'upsert', rows, `on conflict (${this.key.join(', ')}) do update set ${changes}`);
  }

  /** The values that a row's columns take, by column. */
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
  facts: TableFacts = {},
): Table<Row, Name> {
  return new Table(name, columns, facts);
}

/** For a projector's `tables`: SQL that makes several of them. */
export function createTables(...tables: readonly Pick<Table<never, never>, 'create'>[]): (schema: string) => string {
  return (schema) => tables.map((each) => each.create(schema)).join('\n');
}

function definitionOf([column, { type, collation, nullable }]: readonly [string, Column<never>]): string {
  const collate = collation === undefined ? '' : ` collate "${collation}"`;
  return `${column} ${type}${collate}${nullable ? '' : ' not null'}`;
}

function furtherFacts(tableName: string, column: string, { comment, storage }: Column<never>): string[] {
  return [
    ...(storage === undefined ? [] : [`alter table ${tableName} alter column ${column} set storage ${storage};`]),
    ...(comment === undefined ? [] : [`comment on column ${tableName}.${column} is ${quoted(comment)};`]),
  ];
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
