import { type ImportSource } from './work';

/** An import as the ledger lists it. */
interface Listed {
  readonly importId: string;
  readonly source: ImportSource;
  readonly taskCount: number;
  readonly startedAt: string;
}

/**
 * The import that was just started. Its command answers with the ledger only, so it is told by what was not there before, of
 * the same document and the same number of tasks; of several, the youngest. Null while the ledger does not show it yet.
 */
export function foundImport(
  listed: readonly Listed[],
  before: readonly string[],
  source: ImportSource,
  taskCount: number,
): string | null {
  const known = new Set(before);
  const fitting = listed.filter(
    (each) =>
      !known.has(each.importId) &&
      each.taskCount === taskCount &&
      each.source.title === source.title &&
      each.source.contentHash === source.contentHash,
  );
  fitting.sort((one, other) => (one.startedAt < other.startedAt ? 1 : -1));
  return fitting[0]?.importId ?? null;
}

/** Imports of the same file into the ledger, the youngest first: the same demand is not made twice. */
export function formerImports<Each extends Listed>(listed: readonly Each[], source: ImportSource): Each[] {
  if (source.contentHash === null) return [];
  const same = listed.filter((each) => each.source.contentHash === source.contentHash);
  return same.sort((one, other) => (one.startedAt < other.startedAt ? 1 : -1));
}
