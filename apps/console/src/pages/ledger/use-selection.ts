import { useMemo, useState } from 'react';
import { type TaskRow } from '../../api/answer';

/** The rows that a person has chosen for a batch. */
export interface Selection {
  /** As they stand now, where the list shows them; else as they were when chosen. */
  readonly rows: readonly TaskRow[];
  readonly ids: ReadonlySet<string>;
  readonly toggle: (rows: readonly TaskRow[], chosen: boolean) => void;
  readonly clear: () => void;
}

/**
 * Keeps what is chosen while pages are turned; other filters begin with nothing chosen.
 * @param of what the list is of, see `listQuery`, without its order
 */
export function useSelection(of: string, shown: readonly TaskRow[]): Selection {
  const [kept, setKept] = useState<{ readonly of: string; readonly rows: ReadonlyMap<string, TaskRow> }>({
    of,
    rows: new Map(),
  });
  return useMemo(() => {
    const chosen = kept.of === of ? kept.rows : new Map<string, TaskRow>();
    const fresh = new Map(shown.map((row) => [row.taskId, row]));
    const toggle = (rows: readonly TaskRow[], wanted: boolean): void => {
      const next = new Map(chosen);
      for (const row of rows) {
        if (wanted) next.set(row.taskId, row);
        else next.delete(row.taskId);
      }
      setKept({ of, rows: next });
    };
    return {
      rows: [...chosen.values()].map((row) => fresh.get(row.taskId) ?? row),
      ids: new Set(chosen.keys()),
      toggle,
      clear: () => setKept({ of, rows: new Map() }),
    };
  }, [kept, of, shown]);
}
