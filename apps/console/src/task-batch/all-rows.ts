/** A page of a list that is read page by page. */
export interface RowPage<Row> {
  readonly rows: readonly Row[];
  readonly next: string | null;
}

/** Rows of all pages up to a bound. */
export interface AllRows<Row> {
  readonly rows: readonly Row[];
  /** True when rows beyond the bound were left out. */
  readonly cut: boolean;
}

/**
 * Reads page after page until the end or the bound.
 * @param most rows at most
 * @param read one page, from a cursor (null: from the first row)
 * @param onRead told after each page how many rows are there
 */
export async function allRows<Row>(
  most: number,
  read: (cursor: string | null) => Promise<RowPage<Row>>,
  onRead: (rows: number) => void = () => undefined,
): Promise<AllRows<Row>> {
  const rows: Row[] = [];
  let cursor: string | null = null;
  for (;;) {
    const page: RowPage<Row> = await read(cursor);
    rows.push(...page.rows);
    onRead(Math.min(rows.length, most));
    const ended = page.next === null || page.rows.length === 0;
    if (ended || rows.length >= most) {
      return { rows: rows.slice(0, most), cut: rows.length > most || !ended };
    }
    cursor = page.next;
  }
}
