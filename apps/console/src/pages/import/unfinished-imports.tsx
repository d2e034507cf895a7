import { useQueries } from '@tanstack/react-query';
import { type ReactElement } from 'react';
import { Link } from 'react-router';
import { type LedgerRow } from '../../api/answer';
import { reads } from '../../api/client';
import { useLedgerChoice } from '../../app/ledger-choice';
import { IMPORT_WORDS } from '../../words/import.words';

const words = IMPORT_WORDS.unfinished;

/** So many of a ledger's latest imports are looked at. */
const LOOKED_AT = 10;

type Import = LedgerRow['imports'][number];

/** Imports of a ledger whose tasks still wait to be confirmed or assigned. Nothing when there are none. */
export function UnfinishedImports({ ledgerId }: { readonly ledgerId: string | null }): ReactElement | null {
  const { ledgers } = useLedgerChoice();
  const imports = ledgers.find((ledger) => ledger.ledgerId === ledgerId)?.imports ?? [];
  const latest = [...imports].sort((one, other) => (one.startedAt < other.startedAt ? 1 : -1)).slice(0, LOOKED_AT);
  const open = useOpenTasks(latest).filter(({ drafts, hung, imported }) => drafts + hung > 0 || !imported.complete);
  if (open.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="import-unfinished">
      <h2 id="import-unfinished">{words.heading}</h2>
      <ul className="import-unfinished">
        {open.map(({ imported, drafts, hung }) => (
          <li key={imported.importId}>
            <span>{imported.source.title}</span>
            <span className="quiet">{imported.complete ? words.line(drafts, hung) : words.running}</span>
            <Link to={`/import?importId=${imported.importId}`}>{words.goOn}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface Open {
  readonly imported: Import;
  readonly drafts: number;
  readonly hung: number;
}

function useOpenTasks(imports: readonly Import[]): readonly Open[] {
  const count = (importId: string, status: 'draft' | 'hung') =>
    reads.queryOptions('get', '/api/tasks', { params: { query: { importId, status: [status], limit: 1 } } });
  const drafts = useQueries({ queries: imports.map(({ importId }) => count(importId, 'draft')) });
  const hung = useQueries({ queries: imports.map(({ importId }) => count(importId, 'hung')) });
  return imports.map((imported, index) => ({
    imported,
    drafts: drafts[index]?.data?.total ?? 0,
    hung: hung[index]?.data?.total ?? 0,
  }));
}
