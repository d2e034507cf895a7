import { type HomeRow } from '../../api/answer';

/** A row as it stands on the page; `gone`: it waits no more and keeps its place until the page is left. */
export interface PlacedRow {
  readonly row: HomeRow;
  readonly gone: boolean;
}

/**
 * The rows of the page after they were read anew: each keeps its place, those whose act was done here too, so that nothing moves under the
 * finger. What others took away goes; what is new comes last.
 * @param shown as the page stands
 * @param rows as they were read
 * @param held tasks whose act was opened or done here
 */
export function rowsInPlace(
  shown: readonly PlacedRow[],
  rows: readonly HomeRow[],
  held: ReadonlySet<string>,
): readonly PlacedRow[] {
  const found = new Map(rows.map((row) => [row.taskId, row]));
  const kept = shown.flatMap(({ row: was, gone }): PlacedRow[] => {
    const row = found.get(was.taskId);
    if (row !== undefined) return [{ row, gone: false }];
    return gone || held.has(was.taskId) ? [{ row: was, gone: true }] : [];
  });
  const known = new Set(kept.map(({ row }) => row.taskId));
  return [...kept, ...rows.filter(({ taskId }) => !known.has(taskId)).map((row) => ({ row, gone: false }))];
}

/** True when both are the same rows in the same places. */
export function isSamePage(one: readonly PlacedRow[], other: readonly PlacedRow[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ row, gone }, index) => row === other[index]?.row && gone === other[index].gone)
  );
}
