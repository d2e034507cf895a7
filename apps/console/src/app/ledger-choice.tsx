import { createContext, type ReactElement, type ReactNode, useContext, useMemo, useState } from 'react';
import { type LedgerRow } from '../api/answer';
import { reads } from '../api/client';

const KEPT_AS = 'taizhang.ledger';
/** Stored when the person has chosen all ledgers. It differs from no choice at all, which selects the ledger if there is only one. */
const ALL = '*';

interface LedgerChoice {
  readonly ledgers: readonly LedgerRow[];
  /** True when the ledgers have been read. */
  readonly loaded: boolean;
  /** The ledger that is looked at; null for all of them. */
  readonly chosen: LedgerRow | null;
  readonly choose: (ledgerId: string | null) => void;
}

const ChoiceContext = createContext<LedgerChoice>({
  ledgers: [],
  loaded: false,
  chosen: null,
  choose: () => undefined,
});

/** The ledger that is looked at of these; null for all of them. @param kept the one that was chosen last */
export function chosenOf(ledgers: readonly LedgerRow[], kept = localStorage.getItem(KEPT_AS)): LedgerRow | null {
  if (kept === ALL) return null;
  const only = ledgers.length === 1 ? (ledgers[0] ?? null) : null;
  return ledgers.find(({ ledgerId }) => ledgerId === kept) ?? only;
}

/** Which ledger is looked at, the same on every page; kept on this computer. */
export function LedgerChoiceKeeper({ children }: { readonly children: ReactNode }): ReactElement {
  const { data } = reads.useQuery('get', '/api/ledgers');
  const [ledgerId, setLedgerId] = useState(() => localStorage.getItem(KEPT_AS));
  const choice = useMemo(() => {
    const ledgers = data?.ledgers ?? [];
    const chosen = chosenOf(ledgers, ledgerId);
    const choose = (next: string | null): void => {
      const kept = next ?? ALL;
      localStorage.setItem(KEPT_AS, kept);
      setLedgerId(kept);
    };
    return { ledgers, loaded: data !== undefined, chosen, choose };
  }, [data, ledgerId]);
  return <ChoiceContext value={choice}>{children}</ChoiceContext>;
}

/** The ledgers of this person and the one that is looked at. */
export function useLedgerChoice(): LedgerChoice {
  return useContext(ChoiceContext);
}
