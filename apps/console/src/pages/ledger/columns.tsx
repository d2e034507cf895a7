import { type MouseEvent, type ReactElement } from 'react';
import { Link } from 'react-router';
import { dayInShanghai } from '#domain';
import { type TaskRow } from '../../api/answer';
import { today } from '../../forms/today';
import { DaysLeft } from '../../parts/days-left';
import { LampMark } from '../../parts/lamp-mark';
import { Clipped, type QueryColumn } from '../../parts/query-table';
import { StaffingMarkOf } from '../../parts/staffing/staffing-mark';
import { OwnStatusTag } from '../../parts/status-tag';
import { WORDS } from '../../words';
import { LEDGER_WORDS as words } from '../../words/ledger.words';
import { type ColumnKey } from './column-keys';
import { indicatorWords } from './indicator-words';
import { type LedgerView, type Sort } from './ledger-view';
import { standingWordsOf } from './next-step';

const COLUMNS: readonly Omit<QueryColumn<TaskRow, ColumnKey, Sort>, 'title'>[] = [
  { key: 'serial', width: 62, fixed: 'start', sort: 'serial', render: ({ serial }) => serial },
  { key: 'number', width: 88, render: ({ taskNumber }) => <Clipped text={taskNumber ?? ''} /> },
  { key: 'title', width: 196, render: (row) => <TitleLink row={row} /> },
  { key: 'section', width: 90, render: ({ section }) => <Clipped text={section} /> },
  { key: 'lead', width: 158, render: (row) => <Leads row={row} /> },
  {
    key: 'support',
    width: 98,
    render: (row) => <Units units={row.supportUnits} named={row.supportUnitNames} />,
  },
  { key: 'due', width: 216, sort: 'due', render: (row) => <Due row={row} /> },
  { key: 'lamp', width: 92, render: ({ lamp, status }) => <LampMark lamp={lamp} status={status} /> },
  {
    key: 'status',
    width: 86,
    render: (row) => <OwnStatusTag task={row} />,
  },
  { key: 'next', width: 146, render: (row) => <Clipped text={standingWordsOf(row, today())} /> },
  { key: 'indicators', width: 208, render: (row) => <Indicators row={row} /> },
  { key: 'progress', width: 220, sort: 'percent', render: (row) => <Clipped text={progressWords(row)} /> },
  { key: 'recorded', width: 112, sort: 'recorded', render: ({ recordedAt }) => dayInShanghai(recordedAt) },
  { key: 'ledger', width: 140, render: ({ ledgerName }) => <Clipped text={ledgerName ?? ''} /> },
];

/** The ledger as people know it from their spreadsheets: one line for each column. */
const LEDGER_COLUMNS: readonly QueryColumn<TaskRow, ColumnKey, Sort>[] = COLUMNS.map((column) => ({
  ...column,
  title: words.columns[column.key],
}));

interface DueProps {
  readonly row: Pick<TaskRow, 'nextDue' | 'remainingWorkingDays' | 'lamp' | 'status' | 'limitCount'>;
}

/** The day that the lamp is of, with what is left until it. A limit may have no day yet, or none before its next period. */
export function Due({ row }: DueProps): ReactElement {
  const { nextDue, remainingWorkingDays, lamp, status, limitCount } = row;
  if (nextDue === null && limitCount > 0 && lamp !== 'suspended')
    return <span className="quiet">{WORDS.parts.nothingDue}</span>;
  return <DaysLeft due={nextDue} remainingWorkingDays={remainingWorkingDays} lamp={lamp} status={status} />;
}

/**
 * The title, leading to the whole task. A mouse click is left to the row, which opens the task beside the list; Enter, another
 * tab and a finger on a card open it in full.
 */
function TitleLink({ row }: { readonly row: TaskRow }): ReactElement {
  const choose = (event: MouseEvent): void => {
    const byMouse = event.detail > 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;
    if (byMouse) event.preventDefault();
    else event.stopPropagation();
  };
  return (
    <Link className="query-clip title-link" to={`/tasks/${row.taskId}`} title={row.title} onClick={choose}>
      {row.title}
    </Link>
  );
}

/** Who leads, with a mark where one of the units cannot act by itself. On one line: the rows stay as high as they are. */
function Leads({ row }: { readonly row: TaskRow }): ReactElement {
  return (
    <span className="marked-units">
      <Units units={row.leadUnits} named={row.leadUnitNames} />
      <StaffingMarkOf task={row} units={row.leadUnits} />
    </span>
  );
}

interface UnitsProps {
  readonly units: readonly { readonly name: string }[];
  readonly named: readonly string[];
}

/** Units that were chosen; before that, those that the document names, marked as such. */
export function Units({ units, named }: UnitsProps): ReactElement {
  if (units.length > 0) return <Clipped text={units.map(({ name }) => name).join(WORDS.parts.and)} />;
  return <Clipped quiet text={named.length === 0 ? '' : words.named(named.join(WORDS.parts.and))} />;
}

function Indicators({ row: { indicators } }: { readonly row: TaskRow }): ReactElement {
  const [first, ...others] = indicators;
  if (first === undefined) return <Clipped text="" />;
  const whole = indicators.map((each) => `${each.name} ${indicatorWords(each)}`).join(words.semicolon);
  return (
    <span className="query-clip" title={whole}>
      {indicatorWords(first)}
      {others.length > 0 && <span className="quiet"> {words.more(indicators.length)}</span>}
    </span>
  );
}

/** What was last reported: the percentage, then the words. */
export function progressWords({ percent, lastReport }: TaskRow): string {
  const parts = [percent === null ? null : WORDS.parts.percent(percent), lastReport?.progress ?? null];
  return parts.filter((part) => part !== null).join(' ');
}

/** The columns that a view shows; which ledger a row is of is said only where there are several. */
export function columnsOf({ hidden }: Pick<LedgerView, 'hidden'>, ledgerId: string | null): typeof LEDGER_COLUMNS {
  return LEDGER_COLUMNS.filter(({ key }) => !hidden.includes(key) && (key !== 'ledger' || ledgerId === null));
}
