import { type ReactElement } from 'react';
import { problemOf } from '../../../api/problem';
import { useLedgerChoice } from '../../../app/ledger-choice';
import { EmptyNote } from '../../../parts/empty-note';
import { PageLoading } from '../../../parts/page-loading';
import { ProblemNote } from '../../../parts/problem-note';
import { UnitNames } from '../../../parts/unit-names';
import { useUnitLists } from '../../../parts/unit-lists/use-unit-lists';
import { SYSTEM_WORDS } from '../../../words/system.words';
import { LedgerChoiceNote } from '../../../parts/ledger-choice-note';

const words = SYSTEM_WORDS.unitLists;

/** The lists of units that splits of a ledger have left, each with its units: what 分解 offers to choose again. */
export default function UnitListsPage(): ReactElement {
  const { chosen } = useLedgerChoice();
  return (
    <section className="panel">
      <p className="quiet">{words.note}</p>
      {chosen === null ? <LedgerChoiceNote why={words.choose} /> : <Lists ledgerId={chosen.ledgerId} />}
    </section>
  );
}

function Lists({ ledgerId }: { readonly ledgerId: string }): ReactElement {
  const { data, error, refetch } = useUnitLists(ledgerId);
  if (error !== null && data === undefined)
    return <ProblemNote problem={problemOf(error)} onAgain={() => void refetch()} />;
  if (data === undefined) return <PageLoading />;
  if (data.lists.length === 0) return <EmptyNote why={words.none} />;
  return (
    <dl className="unit-lists">
      {data.lists.map(({ name, units }) => (
        <div key={name}>
          <dt>
            {name} <span className="quiet number">{words.count(units.length)}</span>
          </dt>
          <dd>
            <UnitNames units={units} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
