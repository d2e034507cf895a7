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
import { filterPhrases, filterSentence } from './filter-sentence';
import { LedgerList } from './ledger-list';
import './ledger.css';
import { withFilters } from './ledger-view';
import { ImportLink, PrintButton, ViewSwitch } from './page-acts';
import { PrintSheet, usePrintAll } from './print-sheet';
import { TimeView } from './time-view';
import { UnitView } from './unit-view';
import { useLedgerRows } from './use-ledger-rows';
import { useLedgerView } from './use-ledger-view';

/** The ledger as people know it from their spreadsheets; all that is chosen in it stands in the address. */
export default function Ledger(): ReactElement {
  const me = useMe();
  const control = useLedgerView();
  const { view, ledgerId, settled, go } = control;
  const { chosen } = useLedgerChoice();
  const list = useLedgerRows(view, ledgerId, settled);
  const names = useFilterNames(view.filters);
  const sourceOf = useSourceOf();
  const printing = usePrintAll(view, ledgerId);
  const phrases = filterPhrases(view.filters, names);
  const ledgerName = chosen?.name ?? WORDS.app.allLedgers;
  const totalWords = list.data === undefined ? '' : words.total(list.data.total, list.data.totalIsFloor);
  const isList = view.mode === 'list';
  return (
    <div className="ledger-page">
      <PageHead title={words.title} beside={<ViewSwitch control={control} />}>
        {isList && (
          <span className="wide-only head-acts">
            <ColumnChoice hidden={view.hidden} onChange={(hidden) => go({ ...view, hidden })} />
            <ExportButton {...{ view, ledgerId, ledgerName, totalWords, sourceOf }} total={list.data?.total ?? 0} />
            <PrintButton onClick={printing.start} loading={printing.reading} />
          </span>
        )}
        {mayAnywhere(me, 'ledger.import') && <ImportLink />}
      </PageHead>
      {view.mode !== 'unit' && (
        <>
          <div className="wide-only">
            <FilterBar
              filters={view.filters}
              phrases={phrases}
              onChange={(changes) => go(withFilters(view, changes))}
            />
          </div>
          <FilterSheet view={view} phrases={phrases} totalWords={totalWords} onChange={go} />
        </>
      )}
      {isList && <LedgerList control={control} list={list} filtered={phrases.length > 0} />}
      {view.mode === 'unit' && <UnitView ledgerId={ledgerId} />}
      {view.mode === 'time' && settled && (
        <TimeView view={view} ledgerId={ledgerId} onYear={(year) => go({ ...view, year })} />
      )}
      {isList && (
        <PrintSheet
          title={ledgerName}
          sentence={filterSentence(phrases)}
          rows={printing.rows ?? list.data?.tasks ?? []}
          sourceOf={sourceOf}
        />
      )}
    </div>
  );
}
