import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { type TaskRow } from '../../api/answer';
import { MOST_IN_BATCH } from '../../batch';
import { asksForAll } from '../../parts/choose-all';
import { readAllRows } from './use-ledger-rows';
import { type ViewControl } from './use-ledger-view';
import { type Selection } from './use-selection';

/**
 * Chooses all rows of a list once, where the link that led to it asks so. A list that cannot be read says so itself and nothing is chosen.
 * @param shown the rows of the first page; undefined until they are there
 */
export function useChooseAll(
  { view, ledgerId }: Pick<ViewControl, 'view' | 'ledgerId'>,
  { toggle }: Selection,
  shown: readonly TaskRow[] | undefined,
): void {
  const location = useLocation();
  const { key } = location;
  const state: unknown = location.state;
  const done = useRef<string | null>(null);
  const wanted = asksForAll(state) && shown !== undefined;
  useEffect(() => {
    if (!wanted || done.current === key) return;
    done.current = key;
    readAllRows(view, ledgerId, MOST_IN_BATCH)
      .then(({ rows }) => toggle(rows, true))
      .catch(() => undefined);
  }, [wanted, key, view, ledgerId, toggle]);
}
