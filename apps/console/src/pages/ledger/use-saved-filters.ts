import { useState } from 'react';
import { useMe } from '../../app/session';
import { readSaved, type SavedFilter, withoutSaved, withSaved } from './saved-filters';

/** The filters that this account keeps on this computer. */
export function useSavedFilters(): {
  readonly saved: readonly SavedFilter[];
  /** False: there are too many already. */
  readonly keep: (added: SavedFilter) => boolean;
  readonly drop: (name: string) => void;
} {
  const { accountId } = useMe();
  const key = `taizhang.filters/${accountId}`;
  const [saved, setSaved] = useState(() => readSaved(localStorage.getItem(key)));
  const put = (next: readonly SavedFilter[]): void => {
    setSaved(next);
    try {
      localStorage.setItem(key, JSON.stringify(next));
    } catch {
      // A full or forbidden store keeps nothing beyond this page.
    }
  };
  const keep = (added: SavedFilter): boolean => {
    const next = withSaved(saved, added);
    if (next !== null) put(next);
    return next !== null;
  };
  return { saved, keep, drop: (name) => put(withoutSaved(saved, name)) };
}
