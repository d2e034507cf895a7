import { Alert } from 'antd';
import { type ReactElement } from 'react';
import { Link } from 'react-router';
import { reads } from '../../api/client';
import { problemOf } from '../../api/problem';
import { EmptyNote } from '../../parts/empty-note';
import { HeldTable } from '../../parts/held/held-table';
import { LampTables } from '../../parts/lamp-tables/lamp-tables';
import { PageLoading } from '../../parts/page-loading';
import { ProblemNote } from '../../parts/problem-note';
import { LEDGER_WORDS } from '../../words/ledger.words';
import { LedgerChoiceNote } from '../../parts/ledger-choice-note';

const words = LEDGER_WORDS.unit;

/** How a ledger stands by lead unit and by section. */
export function UnitView({ ledgerId }: { readonly ledgerId: string | null }): ReactElement {
  if (ledgerId === null) return <LedgerChoiceNote why={words.choose} />;
  return <OfLedger ledgerId={ledgerId} />;
}

interface UnfilteredProps {
  /** The filters that are set. */
  readonly sentence: string;
  /** Where they hold. */
  readonly to: string;
}

/** The figures are of the whole ledger: says so where the address asks for less. */
export function Unfiltered({ sentence, to }: UnfilteredProps): ReactElement {
  return (
    <Alert
      className="notice"
      type="info"
      showIcon
      title={words.unfiltered(sentence)}
      description={<Link to={to}>{words.filtered}</Link>}
    />
  );
}

function OfLedger({ ledgerId }: { readonly ledgerId: string }): ReactElement {
  const { data, error, refetch } = reads.useQuery('get', '/api/ledgers/{ledgerId}/summary', {
    params: { path: { ledgerId } },
  });
  if (data === undefined && error !== null)
    return <ProblemNote problem={problemOf(error)} onAgain={() => void refetch()} />;
  if (data === undefined) return <PageLoading />;
  return (
    <div className="unit-view">
      <p className="quiet">{words.note}</p>
      {data.byUnit.length === 0 && <EmptyNote why={words.noUnits} />}
      <LampTables ledgerId={ledgerId} summary={data} />
      <HeldTable held={data.held} />
    </div>
  );
}
