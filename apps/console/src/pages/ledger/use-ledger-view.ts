import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { z } from 'zod';
import { reads } from '../../api/client';
import { useLedgerChoice } from '../../app/ledger-choice';
import { firstPage, type LedgerView, readView, writeView } from './ledger-view';

/** Cursors of the pages before this one, the first page's being empty; the browser keeps them with the address. */
const place = z.object({ before: z.array(z.string()).max(10_000) });

/** What the address says, and ways to change it. */
export interface ViewControl {
  readonly view: LedgerView;
  /** The ledger that is looked at; null: all of them. */
  readonly ledgerId: string | null;
  /** True once the view is known. */
  readonly settled: boolean;
  /** Where a view is found. */
  readonly addressOf: (view: LedgerView) => string;
  readonly go: (view: LedgerView) => void;
  readonly goNext: (cursor: string) => void;
  /** Null: nothing is known of a page before this one. */
  readonly goPrevious: (() => void) | null;
}

/** The view that the address names. The ledger in it and the one chosen in the frame are kept the same. */
export function useLedgerView(): ViewControl {
  const location = useLocation();
  const { pathname, search } = location;
  const state: unknown = location.state;
  const navigate = useNavigate();
  const view = useMemo(() => readView(new URLSearchParams(search)), [search]);
  const before = useMemo(() => place.safeParse(state).data?.before ?? [], [state]);
  const addressOf = useCallback((next: LedgerView) => `${pathname}?${writeView(next).toString()}`, [pathname]);
  const { ledgerId, settled } = useSameLedger(view, (next) => void navigate(addressOf(next), { replace: true }));
  const last = before.at(-1);
  return {
    view,
    ledgerId,
    settled,
    addressOf,
    go: (next) => void navigate(addressOf(next), { state: next.cursor === view.cursor ? { before } : null }),
    goNext: (cursor) =>
      void navigate(addressOf({ ...view, cursor, page: view.page + 1, taskId: null }), {
        state: { before: [...before, view.cursor ?? ''] },
      }),
    goPrevious:
      last === undefined
        ? null
        : () =>
            void navigate(
              addressOf({ ...view, cursor: last === '' ? null : last, page: view.page - 1, taskId: null }),
              { state: { before: before.slice(0, -1) } },
            ),
  };
}

/** A ledger that comes with an address is chosen; one that is chosen in the frame comes into the address. */
function useSameLedger(
  view: LedgerView,
  replace: (view: LedgerView) => void,
): { readonly ledgerId: string | null; readonly settled: boolean } {
  const { ledgers, chosen, choose } = useLedgerChoice();
  const { isSuccess } = reads.useQuery('get', '/api/ledgers');
  const wanted = view.ledgerId;
  const chosenId = chosen?.ledgerId ?? null;
  const arrived = useRef<string | null | undefined>(undefined);
  useEffect(() => {
    if (!isSuccess) return;
    const isNew = arrived.current !== wanted;
    arrived.current = wanted;
    if (wanted === chosenId) return;
    if (isNew && wanted !== null && ledgers.some(({ ledgerId }) => ledgerId === wanted)) choose(wanted);
    else replace(firstPage({ ...view, ledgerId: chosenId, filters: { ...view.filters, ...ofLedger(wanted) } }));
  });
  return { ledgerId: wanted ?? chosenId, settled: isSuccess || wanted !== null };
}

/** What has no meaning in another ledger: sections and imports, unless the address named no ledger before. */
function ofLedger(former: string | null): Partial<LedgerView['filters']> {
  return former === null ? {} : { section: [], importId: null };
}
