import { useQueries } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { type ReactElement } from 'react';
import { Link } from 'react-router';
import { dayInShanghai, type Lamp } from '#domain';
import { api, bodyOf, reads } from '../../api/client';
import { problemOf } from '../../api/problem';
import { ProblemNote } from '../../parts/problem-note';
import { WORDS } from '../../words';
import { LEDGER_WORDS } from '../../words/ledger.words';
import { listAddress, listQuery, type LedgerView } from './ledger-view';
import { barHeight, clipped, type Month, monthsOf, yearAtHand } from './year-months';

const words = LEDGER_WORDS.time;

interface Props {
  readonly view: LedgerView;
  readonly ledgerId: string | null;
  readonly onYear: (year: number) => void;
}

/** A year as a strip: what falls due in which month, and how much of it is late. Every month leads to its tasks. */
export function TimeView({ view, ledgerId, onYear }: Props): ReactElement {
  const atHand = useYearAtHand(view, ledgerId);
  const year = view.year ?? atHand;
  return (
    <>
      <p className="quiet">{words.note}</p>
      <div className="year-head">
        <Button disabled={year === null} onClick={() => year !== null && onYear(year - 1)}>
          {words.previous}
        </Button>
        <h2 className="number">{year === null ? '' : words.year(year)}</h2>
        <Button disabled={year === null} onClick={() => year !== null && onYear(year + 1)}>
          {words.next}
        </Button>
      </div>
      {year === null ? <Counting /> : <YearStrip view={view} ledgerId={ledgerId} year={year} />}
    </>
  );
}

/** Null until it is known. */
function useYearAtHand(view: LedgerView, ledgerId: string | null): number | null {
  const wanted = { ...listQuery(view, ledgerId), sort: 'due' as const, limit: 1 };
  const near = { ...wanted, order: 'asc' as const, lamp: ['near' as const, 'normal' as const] };
  const ahead = reads.useQuery('get', '/api/tasks', { params: { query: near } }, { enabled: view.year === null });
  const behind = reads.useQuery(
    'get',
    '/api/tasks',
    { params: { query: { ...wanted, order: 'desc' as const } } },
    { enabled: view.year === null },
  );
  if (ahead.data === undefined || behind.data === undefined) return null;
  const due = (tasks: readonly { readonly nextDue: string | null }[]) => tasks[0]?.nextDue ?? null;
  return yearAtHand(due(ahead.data.tasks), due(behind.data.tasks), dayInShanghai(Date.now()));
}

/** What a month counts apart from its tasks under way, by lamp. Ended without being closed is one count: a month's box is small. */
const APART = {
  late: ['late'],
  suspended: ['suspended'],
  closed: ['closed'],
  dropped: ['terminated', 'voided'],
} as const satisfies Record<string, readonly Lamp[]>;
type CountedApart = keyof typeof APART;
const LAMPS_APART: readonly (readonly Lamp[])[] = Object.values(APART);
/** So many counts are asked for each month: all that is due, and each of those. */
const ASKED = 1 + LAMPS_APART.length;
const NOTHING = { total: 0, totalIsFloor: false };

interface MonthCount {
  readonly month: Month;
  readonly due: { readonly total: number; readonly totalIsFloor: boolean };
  readonly apart: Readonly<Record<CountedApart, number>>;
}

/** Stands where the months will: a year that is half counted would look like one in which little is due. */
function Counting(): ReactElement {
  return (
    <div className="year-strip year-counting" role="status" aria-label={WORDS.parts.loading}>
      <Skeleton active title={false} paragraph={{ rows: 8 }} />
    </div>
  );
}

function YearStrip({ view, ledgerId, year }: Omit<Props, 'onYear'> & { readonly year: number }): ReactElement {
  const { counts, counting, error, again } = useMonthCounts(view, ledgerId, year);
  const most = Math.max(0, ...counts.map(({ due }) => due.total));
  if (error !== null) return <ProblemNote problem={problemOf(error)} onAgain={again} />;
  if (counting) return <Counting />;
  return (
    <>
      <Legend />
      <ol className="year-strip" aria-label={words.caption(year)}>
        {counts.map((count) => (
          <li key={count.month.month}>
            <MonthBox
              count={count}
              most={most}
              to={listAddress(ledgerId, { ...view.filters, dueFrom: count.month.from, dueTo: count.month.to })}
            />
          </li>
        ))}
      </ol>
    </>
  );
}

/** What the colours of the bars mean. */
function Legend(): ReactElement {
  return (
    <ul className="year-legend wide-only" aria-label={words.legend}>
      {words.colours.map(([colour, meaning]) => (
        <li key={colour}>
          <span className={`bar-${colour}`} aria-hidden="true" /> {meaning}
        </li>
      ))}
    </ul>
  );
}

interface BoxProps {
  readonly count: MonthCount;
  /** The highest month's tasks. */
  readonly most: number;
  readonly to: string;
}

function MonthBox({ count: { month, due, apart }, most, to }: BoxProps): ReactElement {
  const { total } = due;
  const { late, suspended, closed, dropped } = apart;
  const open = Math.max(0, total - late - suspended - closed - dropped);
  const content = (
    <>
      <span className="month-bar" aria-hidden="true">
        <span className="bar-dropped" style={{ height: `${barHeight(dropped, most)}%` }} />
        <span className="bar-closed" style={{ height: `${barHeight(closed, most)}%` }} />
        <span className="bar-suspended" style={{ height: `${barHeight(suspended, most)}%` }} />
        <span className="bar-open" style={{ height: `${barHeight(open, most)}%` }} />
        <span className="bar-late" style={{ height: `${barHeight(late, most)}%` }} />
      </span>
      <span className="month-name">{words.month(month.month)}</span>
      <span className="month-count number">{total === 0 ? words.nothing : words.due(countWords(due))}</span>
      <span className="month-late number lamp-late">{late > 0 ? words.late(late) : ''}</span>
      <span className="month-late number quiet">{suspended > 0 ? words.suspended(suspended) : ''}</span>
      <span className="month-late number quiet">{closed > 0 ? words.closed(closed) : ''}</span>
      <span className="month-late number quiet">{dropped > 0 ? words.dropped(dropped) : ''}</span>
    </>
  );
  if (total === 0) return <span className="month">{content}</span>;
  return (
    <Link className="month" to={to}>
      {content}
    </Link>
  );
}

function countWords({ total, totalIsFloor }: { readonly total: number; readonly totalIsFloor: boolean }): string {
  return totalIsFloor ? `${total}+` : String(total);
}

/** Counts the due, the late, the suspended and the ended tasks of each month under the filters; the list itself counts, so that figure and list agree. */
function useMonthCounts(view: LedgerView, ledgerId: string | null, year: number) {
  const { dueFrom, dueTo, lamp } = view.filters;
  const months = monthsOf(year).map((month) => ({ month, left: clipped(month, dueFrom, dueTo) }));
  const counted = (wanted: readonly Lamp[]): readonly Lamp[] =>
    lamp.length === 0 ? wanted : wanted.filter((each) => lamp.includes(each));
  const answers = useQueries({
    queries: months.flatMap(({ month, left }) => {
      const filters = { ...view.filters, dueFrom: (left ?? month).from, dueTo: (left ?? month).to };
      return [
        countOf({ ...view, filters }, ledgerId, left !== null),
        ...LAMPS_APART.map((each) =>
          countOf(
            { ...view, filters: { ...filters, lamp: counted(each) } },
            ledgerId,
            left !== null && counted(each).length > 0,
          ),
        ),
      ];
    }),
  });
  const counts: readonly MonthCount[] = months.map(({ month, left }, index) => {
    const [due, ...apart] = answers.slice(index * ASKED, (index + 1) * ASKED).map(({ data }) => data);
    return {
      month: left ?? month,
      due: due ?? NOTHING,
      apart: countsApart(apart.map((each) => each?.total ?? 0)),
    };
  });
  return {
    counts,
    // What is not asked for at all, as of a month outside of the filter, stays idle.
    counting: answers.some(({ isPending, fetchStatus }) => isPending && fetchStatus !== 'idle'),
    // What was counted before stands while it cannot be counted anew.
    error: answers.find(({ error, data }) => error !== null && data === undefined)?.error ?? null,
    again: () => answers.forEach(({ refetch }) => void refetch()),
  };
}

/** In the order in which they are asked for. */
function countsApart([late = 0, suspended = 0, closed = 0, dropped = 0]: readonly number[]): MonthCount['apart'] {
  return { late, suspended, closed, dropped };
}

function countOf(view: LedgerView, ledgerId: string | null, enabled: boolean) {
  const query = { ...listQuery(view, ledgerId), limit: 1 };
  return {
    queryKey: ['get', '/api/tasks', 'count', query],
    queryFn: async () => {
      const { total, totalIsFloor } = bodyOf(await api.GET('/api/tasks', { params: { query } }));
      return { total, totalIsFloor };
    },
    enabled,
  };
}
