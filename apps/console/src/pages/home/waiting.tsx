import { type ReactElement } from 'react';
import { Link } from 'react-router';
import { useActSheet } from '../../acts/use-act-sheet';
import { reads } from '../../api/client';
import { problemOf } from '../../api/problem';
import { useLedgerChoice } from '../../app/ledger-choice';
import { EmptyNote } from '../../parts/empty-note';
import { PageLoading } from '../../parts/page-loading';
import { ProblemNote } from '../../parts/problem-note';
import { HOME_WORDS } from '../../words/home.words';
import { INBOX_WORDS } from '../../words/inbox.words';
import { EntryList } from '../../inbox-entries/entry-list';
import { kindsOf } from '../../inbox-entries/kinds';

/** So many entries stand on the first page; the rest is one press away. */
const SHOWN = 8;

/** What waits for me, each entry with its act. The form of an act outlasts whatever happens to the list below it. */
export function Waiting(): ReactElement {
  const { openAct, sheet } = useActSheet();
  return (
    <>
      <WaitingList onAct={openAct} />
      {sheet}
    </>
  );
}

interface ListProps {
  readonly onAct: (taskId: string, operation: string) => void;
}

/** How much of each kind waits, then the earliest limits first. */
function WaitingList({ onAct }: ListProps): ReactElement {
  const { chosen } = useLedgerChoice();
  const query = { limit: SHOWN, ...(chosen === null ? {} : { ledgerId: chosen.ledgerId }) };
  const { data, error, refetch } = reads.useQuery('get', '/api/inbox', { params: { query } });
  const { data: seen } = reads.useQuery('get', '/api/me/seen');
  if (error !== null && data === undefined)
    return <ProblemNote problem={problemOf(error)} onAgain={() => void refetch()} />;
  if (data === undefined) return <PageLoading />;
  const { counts, entries } = data;
  return (
    <section className="panel" aria-labelledby="waiting">
      <h2 id="waiting">{HOME_WORDS.waiting}</h2>
      <p className="counts">
        {kindsOf(counts.byKind).map(([kind, count]) => (
          <Link key={kind} to={`/inbox?kind=${kind}`}>
            {HOME_WORDS.count(INBOX_WORDS.kinds[kind], count)}
          </Link>
        ))}
        <Counted word={HOME_WORDS.ownDueToday} count={counts.ownDueToday} />
        <Counted word={HOME_WORDS.ownLate} count={counts.ownLate} late />
        <Counted word={HOME_WORDS.dueToday} count={counts.dueToday} />
        <Counted word={HOME_WORDS.late} count={counts.late} late />
      </p>
      {entries.length === 0 ? (
        <EmptyNote why={HOME_WORDS.waitingNone} />
      ) : (
        <EntryList entries={entries} seenUpTo={seen?.position ?? null} onAct={onAct} />
      )}
      {data.next !== null && <Link to="/inbox">{HOME_WORDS.allWaiting}</Link>}
    </section>
  );
}

interface CountedProps {
  readonly word: string;
  readonly count: number;
  readonly late?: boolean;
}

/** How many of the entries below are due or late, by the reader's own clock or by the task's; nothing for none. */
function Counted({ word, count, late = false }: CountedProps): ReactElement | null {
  return count === 0 ? null : <span className={late ? 'lamp-late' : undefined}>{HOME_WORDS.count(word, count)}</span>;
}
