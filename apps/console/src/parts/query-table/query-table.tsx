import { Checkbox, Table, type TableColumnType } from 'antd';
import { type SorterResult } from 'antd/es/table/interface';
import {
  createContext,
  type MouseEvent,
  type ReactElement,
  type ReactNode,
  type ThHTMLAttributes,
  useContext,
} from 'react';
import { type Problem } from '../../api/problem';
import { WORDS } from '../../words';
import { ProblemNote } from '../problem-note';
import { type QueryColumn, type QueryOrder, type QuerySelection } from './query-column';
import './query-table.css';

interface Props<Row, Key extends string, Sort extends string> {
  /** What the table is of, for those who do not see it. */
  readonly label: string;
  readonly columns: readonly QueryColumn<Row, Key, Sort>[];
  /** Undefined while nothing has been read. While another page is read the former rows stay. */
  readonly rows: readonly Row[] | undefined;
  readonly keyOf: (row: Row) => string;
  /** Other rows are on their way. */
  readonly waiting: boolean;
  readonly problem: Problem | null;
  readonly onAgain: () => void;
  /** Says why there is nothing, and the next step. */
  readonly empty: ReactNode;
  readonly order: QueryOrder<Sort>;
  readonly onOrder: (order: QueryOrder<Sort>) => void;
  /** A click on a row, not on a link or a box in it. Keyboards use the link that a column has. */
  readonly onRow?: (row: Row) => void;
  /** The row that is looked at. */
  readonly current?: string | null;
  readonly selection?: QuerySelection<Row> | undefined;
}

const SELECT_WIDTH = 44;
const SELECT_CLASS = 'query-select';
const ANT_ORDERS = { asc: 'ascend', desc: 'descend' } as const;

/** The box that chooses the whole page. It comes past the column's title: of titles Ant Design keeps a second, hidden copy. */
const PageBox = createContext<ReactNode>(null);

function HeadCell({ children, ...rest }: ThHTMLAttributes<HTMLTableCellElement>): ReactElement {
  const box = useContext(PageBox);
  const isSelect = rest.className?.split(' ').includes(SELECT_CLASS) ?? false;
  return <th {...rest}>{isSelect ? box : children}</th>;
}

const PARTS = { header: { cell: HeadCell } };

/**
 * Rows of a keyset list as a table: 40 px rows, the head and the fixed columns stay in sight, clicking a head asks the server for
 * another order. It holds no state: what it shows and its order come from the page's address.
 */
export function QueryTable<Row extends object, Key extends string, Sort extends string>(
  props: Props<Row, Key, Sort>,
): ReactElement {
  const { label, columns, rows, keyOf, waiting, problem, onAgain, empty, order, onOrder, onRow, current } = props;
  const own = columns.map((column) => antColumn(column, order));
  const { selection } = props;
  const all = selection === undefined ? own : [selectColumn(selection, keyOf), ...own];
  const width = columns.reduce((sum, column) => sum + column.width, selection === undefined ? 0 : SELECT_WIDTH);
  const sorted = (sort: Sort | undefined) => sort !== undefined && onOrder(nextOrder(order, sort));
  const nothing = rows === undefined ? <div className="query-table-waiting" aria-hidden="true" /> : empty;
  if (problem !== null && rows === undefined) return <ProblemNote problem={problem} onAgain={onAgain} />;
  return (
    <PageBox value={selection && <ChoosePage selection={selection} rows={rows ?? []} keyOf={keyOf} />}>
      {problem !== null && <ProblemNote problem={problem} onAgain={onAgain} />}
      <div className="query-table-frame" data-waiting={waiting}>
        <Table<Row>
          className="query-table"
          aria-label={label}
          aria-busy={waiting}
          size="small"
          components={PARTS}
          columns={all}
          dataSource={[...(rows ?? [])]}
          rowKey={keyOf}
          pagination={false}
          tableLayout="fixed"
          scroll={{ x: width }}
          showSorterTooltip={false}
          locale={{ emptyText: nothing }}
          rowClassName={(row) => (keyOf(row) === current ? 'query-row query-row-current' : 'query-row')}
          onRow={(row) => ({
            onClick: (event: MouseEvent<HTMLElement>) => onRow !== undefined && isPlain(event) && onRow(row),
          })}
          onChange={(_page, _filters, sorter) => sorted(sortOf(columns, sorter))}
        />
      </div>
    </PageBox>
  );
}

/** What a clicked head sorts by. */
function sortOf<Row, Key extends string, Sort extends string>(
  columns: readonly QueryColumn<Row, Key, Sort>[],
  sorter: SorterResult<Row> | SorterResult<Row>[],
): Sort | undefined {
  const { columnKey } = Array.isArray(sorter) ? (sorter[0] ?? {}) : sorter;
  return columns.find(({ key }) => key === columnKey)?.sort;
}

/** The order after a click on a head: another column begins ascending, the same one turns round. */
function nextOrder<Sort extends string>(order: QueryOrder<Sort>, sort: Sort): QueryOrder<Sort> {
  return { sort, order: order.sort === sort && order.order === 'asc' ? 'desc' : 'asc' };
}

function antColumn<Row, Key extends string, Sort extends string>(
  { key, title, width, render, sort, fixed }: QueryColumn<Row, Key, Sort>,
  order: QueryOrder<Sort>,
): TableColumnType<Row> {
  const sorted = sort !== undefined && order.sort === sort ? ANT_ORDERS[order.order] : null;
  return {
    key,
    title,
    width,
    ...(fixed === undefined ? {} : { fixed }),
    ...(sort === undefined ? {} : { sorter: true, sortOrder: sorted }),
    render: (_value: unknown, row: Row) => render(row),
  };
}

function selectColumn<Row>(
  { selected, onRow, title, rowLabel }: QuerySelection<Row>,
  keyOf: (row: Row) => string,
): TableColumnType<Row> {
  return {
    key: 'select',
    width: SELECT_WIDTH,
    fixed: 'start',
    align: 'center',
    className: SELECT_CLASS,
    title,
    onCell: () => ({ onClick: (event) => event.stopPropagation() }),
    render: (_value: unknown, row: Row) => (
      <Checkbox
        aria-label={rowLabel(row)}
        checked={selected.has(keyOf(row))}
        onChange={({ target }) => onRow(row, target.checked)}
      />
    ),
  };
}

interface ChoosePageProps<Row> {
  readonly selection: QuerySelection<Row>;
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
}

function ChoosePage<Row>({ selection, rows, keyOf }: ChoosePageProps<Row>): ReactElement {
  const { selected, onPage, pageLabel } = selection;
  const chosen = rows.filter((row) => selected.has(keyOf(row))).length;
  const every = rows.length > 0 && chosen === rows.length;
  return (
    <Checkbox
      aria-label={pageLabel}
      title={pageLabel}
      checked={every}
      indeterminate={chosen > 0 && !every}
      disabled={rows.length === 0}
      onChange={() => onPage(!every)}
    />
  );
}

/** True for a click on the row itself: no modifier key is held and no text is selected. */
function isPlain(event: MouseEvent): boolean {
  const marked = window.getSelection()?.toString() ?? '';
  return !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey && marked === '';
}

/** A cell's text on one line; the whole of it on pointing. */
export function Clipped({ text, quiet = false }: { readonly text: string; readonly quiet?: boolean }): ReactElement {
  if (text === '') return <span className="quiet">{WORDS.parts.none}</span>;
  return (
    <span className={quiet ? 'query-clip quiet' : 'query-clip'} title={text}>
      {text}
    </span>
  );
}
