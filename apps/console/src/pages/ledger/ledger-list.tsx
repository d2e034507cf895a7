import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import { Link } from 'react-router';
import { useActSheet } from '../../acts/use-act-sheet';
import { type TaskRow } from '../../api/answer';
import { problemOf } from '../../api/problem';
import { mayAnywhere, useMe } from '../../app/session';
import { EmptyNote } from '../../parts/empty-note';
import { KeysetPager, type QuerySelection, QueryTable, useNarrow } from '../../parts/query-table';
import { PageLoading } from '../../parts/page-loading';
import { LEDGER_WORDS as words } from '../../words/ledger.words';
import { BATCH_ACTS, type BatchAct } from '../../task-batch/batch-acts';
import { BatchNotice } from '../../task-batch/batch-notice';
import { BatchSheet } from '../../task-batch/batch-sheet';
import { columnsOf } from './columns';
import { firstPage, listQuery, NO_FILTERS, PAGE_SIZES, withFilters } from './ledger-view';
import { SelectionBar } from './selection-bar';
import { TaskCards } from './task-cards';
import { TaskDrawer } from './task-drawer';
import { useTaskBatch } from '../../task-batch/use-task-batch';
import { type useLedgerRows } from './use-ledger-rows';
import { useChooseAll } from './use-choose-all';
import { type ViewControl } from './use-ledger-view';
import { type Selection, useSelection } from './use-selection';

interface Props {
  readonly control: ViewControl;
  readonly list: ReturnType<typeof useLedgerRows>;
  readonly filtered: boolean;
}

const NO_ROWS: readonly TaskRow[] = [];

/** The tasks line by line, on a phone as cards; the task beside it; what is done with many at once. */
export function LedgerList({ control, list, filtered }: Props): ReactElement {
  const { view, ledgerId, go } = control;
  const me = useMe();
  const acts = BATCH_ACTS.filter((act) => mayAnywhere(me, act));
  const { sort: _sort, order: _order, ...wanted } = listQuery(view, ledgerId);
  const selection = useSelection(JSON.stringify(wanted), list.data?.tasks ?? NO_ROWS);
  useChooseAll(control, selection, list.isPlaceholderData ? undefined : list.data?.tasks);
  const [act, setAct] = useState<BatchAct | null>(null);
  const { openAct, sheet } = useActSheet();
  const { batch, sheetOpen, setSheetOpen } = useTaskBatch('ledger');
  const begin = (chosen: BatchAct): void => {
    setAct(chosen);
    setSheetOpen(true);
  };
  const finished = (): void => {
    setSheetOpen(false);
    selection.clear();
  };
  return (
    <>
      {!sheetOpen && <BatchNotice batch={batch} onLook={() => setSheetOpen(true)} />}
      <Rows {...{ control, list, filtered }} selection={acts.length === 0 ? null : selection} />
      <Foot {...{ control, list, selection, acts }} onAct={begin} />
      <TaskDrawer
        taskId={view.taskId}
        onClose={() => go({ ...view, taskId: null })}
        onAct={(taskId, { operation }) => openAct(taskId, operation)}
      />
      {sheet}
      <BatchSheet
        act={act}
        open={sheetOpen}
        rows={selection.rows}
        batch={batch}
        onClose={() => setSheetOpen(false)}
        onFinished={finished}
      />
    </>
  );
}

interface RowsProps extends Props {
  /** Null: the person has nothing to choose rows for. */
  readonly selection: Selection | null;
}

function Rows({ control, list, filtered, selection }: RowsProps): ReactElement {
  const { view, ledgerId, go } = control;
  const empty = <Nothing control={control} filtered={filtered} />;
  if (useNarrow()) return <Cards list={list} empty={empty} />;
  return (
    <QueryTable
      label={words.table}
      columns={columnsOf(view, ledgerId)}
      rows={list.data?.tasks}
      keyOf={({ taskId }) => taskId}
      waiting={list.isPending || list.isPlaceholderData}
      problem={list.error === null ? null : problemOf(list.error)}
      onAgain={() => void list.refetch()}
      empty={empty}
      order={view}
      onOrder={(order) => go(firstPage({ ...view, ...order }))}
      onRow={({ taskId }) => go({ ...view, taskId })}
      current={view.taskId}
      selection={selection === null ? undefined : choosing(selection, list.data?.tasks ?? NO_ROWS)}
    />
  );
}

function choosing({ ids, toggle }: Selection, rows: readonly TaskRow[]): QuerySelection<TaskRow> {
  return {
    selected: ids,
    onRow: (row, chosen) => toggle([row], chosen),
    onPage: (chosen) => toggle(rows, chosen),
    title: words.batch.selectRows,
    pageLabel: words.batch.selectPage,
    rowLabel: ({ title }) => words.batch.selectRow(title),
  };
}

interface FootProps extends Pick<Props, 'control' | 'list'> {
  readonly selection: Selection;
  readonly acts: readonly BatchAct[];
  readonly onAct: (act: BatchAct) => void;
}

function Foot({ control, list, selection, acts, onAct }: FootProps): ReactElement {
  const narrow = useNarrow();
  return (
    <div className="query-foot no-print">
      {selection.rows.length > 0 && !narrow ? (
        <SelectionBar {...{ control, selection, acts, onAct }} total={list.data?.total ?? 0} />
      ) : (
        <Range control={control} list={list} />
      )}
      <span className="spring" />
      <Pager control={control} list={list} />
    </div>
  );
}

function Cards({ list, empty }: { readonly list: Props['list']; readonly empty: ReactElement }): ReactElement {
  if (list.data === undefined) return <PageLoading />;
  return list.data.tasks.length === 0 ? empty : <TaskCards rows={list.data.tasks} />;
}

function Range({ control: { view }, list: { data } }: Pick<Props, 'control' | 'list'>): ReactElement {
  const from = (view.page - 1) * view.size + 1;
  return (
    <span className="quiet number" aria-live="polite">
      {data !== undefined && words.totalIs(words.total(data.total, data.totalIsFloor))}
      {data !== undefined && data.tasks.length > 0 && words.range(from, from + data.tasks.length - 1)}
    </span>
  );
}

function Pager({ control, list: { data } }: Pick<Props, 'control' | 'list'>): ReactElement {
  const { view, go, goNext, goPrevious } = control;
  const next = data?.next ?? null;
  return (
    <KeysetPager
      words={words}
      page={view.page}
      size={view.size}
      sizes={PAGE_SIZES}
      onPrevious={goPrevious}
      onFirst={() => go(firstPage(view))}
      onNext={next === null ? null : () => goNext(next)}
      onSize={(size) => go(firstPage({ ...view, size: PAGE_SIZES.find((each) => each === size) ?? view.size }))}
    />
  );
}

function Nothing({ control, filtered }: Pick<Props, 'control' | 'filtered'>): ReactElement {
  const { view, go } = control;
  const me = useMe();
  if (filtered) {
    return (
      <EmptyNote
        why={words.emptyFiltered}
        next={<Button onClick={() => go(withFilters(view, NO_FILTERS))}>{words.filters.clear}</Button>}
      />
    );
  }
  if (!mayAnywhere(me, 'ledger.import')) return <EmptyNote why={words.emptyLedger} />;
  return <EmptyNote why={words.emptyLedger} next={<Link to="/import">{words.emptyImport}</Link>} />;
}
