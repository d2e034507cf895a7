import { type ReactElement } from 'react';
import { useLedgerChoice } from '../../app/ledger-choice';
import { mayAnywhere, useMe } from '../../app/session';
import { PageHead } from '../../parts/page-head';
import { WORDS } from '../../words';
import { LEDGER_WORDS as words } from '../../words/ledger.words';
import { ColumnChoice } from './column-choice';
import { ExportButton } from './export-button';
import { useFilterNames, useSourceOf } from './filter-names';
import { FilterBar } from './filter-bar';
import { FilterSheet } from './filter-sheet';
import { type FilterPhrase, filterPhrases, filterSentence } from './filter-sentence';
import { LedgerKindMark } from './ledger-kind';
import { LedgerList } from './ledger-list';
import './ledger.css';
import { firstPage, withFilters } from './ledger-view';
import { ImportLink, PrintButton, ViewSwitch } from './page-acts';
import { PrintSheet, usePrintAll } from './print-sheet';
import { TimeView } from './time-view';
import { UnitView, Unfiltered } from './unit-view';
import { useLedgerRows } from './use-ledger-rows';
import { useLedgerView, type ViewControl } from './use-ledger-view';

/** The ledger as people know it from their spreadsheets; all that is chosen in it stands in the address. */
export default function Ledger(): ReactElement {
  const me = useMe();
  const control = useLedgerView();
  const { view, ledgerId, settled, go } = control;
  const list = useLedgerRows(view, ledgerId, settled);
  const phrases = filterPhrases(view.filters, useFilterNames(view.filters));
  const totalWords = list.data === undefined ? '' : words.total(list.data.total, list.data.totalIsFloor);
  return (
    <div className="ledger-page">
      <PageHead title={words.title} beside={<Beside control={control} />}>
        {view.mode === 'list' && <ListActs {...{ control, list, phrases, totalWords }} />}
        {mayAnywhere(me, 'ledger.import') && <ImportLink />}
      </PageHead>
      {view.mode !== 'unit' && <Filters {...{ control, phrases, totalWords }} />}
      {view.mode === 'list' && <LedgerList control={control} list={list} filtered={phrases.length > 0} />}
      {view.mode === 'unit' && phrases.length > 0 && (
        <Unfiltered sentence={filterSentence(phrases)} to={control.addressOf(firstPage({ ...view, mode: 'list' }))} />
      )}
      {view.mode === 'unit' && <UnitView ledgerId={ledgerId} />}
      {view.mode === 'time' && settled && (
        <TimeView view={view} ledgerId={ledgerId} onYear={(year) => go({ ...view, year })} />
      )}
    </div>
  );
}

function Beside({ control }: { readonly control: ViewControl }): ReactElement {
  const { chosen } = useLedgerChoice();
  return (
    <>
      <ViewSwitch control={control} />
      {chosen !== null && <LedgerKindMark key={chosen.ledgerId} ledger={chosen} />}
    </>
  );
}

interface FiltersProps {
  readonly control: ViewControl;
  readonly phrases: readonly FilterPhrase[];
  readonly totalWords: string;
}

function Filters({ control: { view, go }, phrases, totalWords }: FiltersProps): ReactElement {
  return (
    <>
      <div className="wide-only">
        <FilterBar filters={view.filters} phrases={phrases} onChange={(changes) => go(withFilters(view, changes))} />
      </div>
      <FilterSheet view={view} phrases={phrases} totalWords={totalWords} onChange={go} />
    </>
  );
}

interface ListActsProps extends FiltersProps {
  readonly list: ReturnType<typeof useLedgerRows>;
}

/** What is done with the list as a whole. What is printed comes with it. */
function ListActs({ control, list, phrases, totalWords }: ListActsProps): ReactElement {
  const { view, ledgerId, go } = control;
  const { chosen } = useLedgerChoice();
  const sourceOf = useSourceOf();
  const printing = usePrintAll(view, ledgerId);
  const ledgerName = chosen?.name ?? WORDS.app.allLedgers;
  return (
    <span className="wide-only head-acts">
      <ColumnChoice hidden={view.hidden} onChange={(hidden) => go({ ...view, hidden })} />
      <ExportButton
        {...{ view, ledgerId, ledgerName, totalWords, sourceOf }}
        total={list.data?.total ?? 0}
        totalIsFloor={list.data?.totalIsFloor ?? false}
      />
      <PrintButton onClick={printing.start} loading={printing.reading} />
      <PrintSheet
        title={ledgerName}
        sentence={filterSentence(phrases)}
        rows={printing.rows ?? list.data?.tasks ?? []}
        sourceOf={sourceOf}
      />
    </span>
  );
}
