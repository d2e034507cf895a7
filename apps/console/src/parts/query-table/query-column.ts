import { type ReactNode } from 'react';

/** A column of a table of rows that the server sorts and cuts into pages. */
export interface QueryColumn<Row, Key extends string = string, Sort extends string = string> {
  readonly key: Key;
  readonly title: string;
  /** Pixels. */
  readonly width: number;
  readonly render: (row: Row) => ReactNode;
  /** What the server sorts by when the head is clicked; without it the column is not sorted. */
  readonly sort?: Sort;
  /** Stays in sight at this side while the others are scrolled sideways; such columns come first or last. */
  readonly fixed?: 'start' | 'end';
}

/** The order that a table is in. */
export interface QueryOrder<Sort extends string = string> {
  readonly sort: Sort;
  readonly order: 'asc' | 'desc';
}

/** Which rows are chosen, and how they are called to those who do not see them. */
export interface QuerySelection<Row> {
  readonly selected: ReadonlySet<string>;
  readonly onRow: (row: Row, chosen: boolean) => void;
  readonly onPage: (chosen: boolean) => void;
  readonly title: string;
  readonly pageLabel: string;
  readonly rowLabel: (row: Row) => string;
}
