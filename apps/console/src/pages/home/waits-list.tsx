import { Button, Skeleton } from 'antd';
import { lazy, type ReactElement, Suspense, useState } from 'react';
import { Link } from 'react-router';
import { useActSheet } from '../../acts/use-act-sheet';
import { type Answer, type HomeRow } from '../../api/answer';
import { reads } from '../../api/client';
import { problemOf } from '../../api/problem';
import { useLedgerChoice } from '../../app/ledger-choice';
import { ProblemNote } from '../../parts/problem-note';
import { waitingList } from '../../parts/waiting-list';
import { WORDS } from '../../words';
import { HOME_WORDS } from '../../words/home.words';
import { WAIT_WORDS } from '../../words/waits.words';
import { type Done } from './done-here';
import { HomeRows } from './home-rows';
import { countsTwice, sentenceOf } from './home-sentence';
import { isSamePage, rowsInPlace } from './in-place';

/** Loaded after the rows, which are read first. */
const Batches = lazy(() => import('./batches'));

type Home = Answer<'/api/home'>;

/** So many rows at first, and with each press; the lists behind the counts hold all of them. */
const ROWS = [20, 50, 200] as const;

/** What waits for me. The form of an act, and what acts did, outlast whatever happens to the rows. */
export function WaitsList(): ReactElement {
  const { chosen } = useLedgerChoice();
  const [done, setDone] = useState<readonly Done[]>([]);
  const [opened, setOpened] = useState<HomeRow | null>(null);
  const { openAct, sheet } = useActSheet(() => {
    if (opened === null || opened.act === null) return;
    const said: Done = { row: opened, act: opened.act };
    setDone((known) => [said, ...known.filter(({ row }) => row.taskId !== opened.taskId)]);
  });
  const act = (row: HomeRow): void => {
    if (row.act === null) return;
    setOpened(row);
    openAct(row.taskId, row.act);
  };
  const decline = (taskId: string): void => {
    setOpened(null);
    openAct(taskId, 'task.decline');
  };
  return (
    <>
      <section className="panel" aria-labelledby="waiting">
        <h2 id="waiting">{HOME_WORDS.waiting}</h2>
        <Waits
          key={chosen?.ledgerId ?? ''}
          done={done}
          held={new Set([...done.map(({ row }) => row.taskId), ...(opened === null ? [] : [opened.taskId])])}
          onAct={act}
          onDecline={decline}
        />
      </section>
      {sheet}
    </>
  );
}

interface Props {
  readonly done: readonly Done[];
  /** Tasks whose row keeps its place: their act was opened or done here. */
  readonly held: ReadonlySet<string>;
  readonly onAct: (row: HomeRow) => void;
  readonly onDecline: (taskId: string) => void;
}

function Waits({ done, held, onAct, onDecline }: Props): ReactElement {
  const { chosen, loaded } = useLedgerChoice();
  const [size, setSize] = useState<(typeof ROWS)[number]>(ROWS[0]);
  const query = { limit: size, ...(chosen === null ? {} : { ledgerId: chosen.ledgerId }) };
  const { data, error, refetch } = reads.useQuery(
    'get',
    '/api/home',
    { params: { query } },
    // The rows stay while more of them are read.
    { placeholderData: (before: Home | undefined) => before, enabled: loaded },
  );
  if (error !== null && data === undefined)
    return <ProblemNote problem={problemOf(error)} onAgain={() => void refetch()} />;
  if (data === undefined) return <RowsLoading />;
  const ledgerId = chosen?.ledgerId ?? null;
  const more = ROWS.find((each) => each > size);
  const left = data.total.tasks > data.rows.length;
  return (
    <>
      <Sentence home={data} ledgerId={ledgerId} />
      <Suspense fallback={null}>
        <Batches
          tasksOf={(kind) => data.waits.find((each) => each.kind === kind)?.tasks ?? 0}
          listOf={(kind) => waitingList(ledgerId, kind)}
          ledgerId={ledgerId}
          onDecline={onDecline}
        />
      </Suspense>
      <RowsInPlace rows={data.rows} done={done} held={held} onAct={onAct} />
      {left && more !== undefined && (
        <Button type="link" className="home-more" onClick={() => setSize(more)}>
          {HOME_WORDS.more(data.rows.length, HOME_WORDS.tasks(data.total.tasks, data.total.isFloor))}
        </Button>
      )}
    </>
  );
}

/** The rows as they were read, each where it stood before: nothing moves under the finger after an act. */
function RowsInPlace({ rows, done, held, onAct }: Omit<Props, 'onDecline'> & Pick<Home, 'rows'>): ReactElement {
  const [shown, setShown] = useState(() => rowsInPlace([], rows, held));
  const next = rowsInPlace(shown, rows, held);
  if (!isSamePage(next, shown)) setShown(next);
  return <HomeRows rows={next} done={done} onAct={onAct} />;
}

/** As high as the rows that come, so that nothing jumps. */
function RowsLoading(): ReactElement {
  return (
    <div role="status" aria-label={WORDS.parts.loading} className="home-loading">
      <Skeleton active title={false} paragraph={{ rows: 5, width: '100%' }} />
    </div>
  );
}

interface SentenceProps {
  readonly home: Home;
  readonly ledgerId: string | null;
}

/** One sentence, then how much waits of which kind: each leads to the list that holds exactly these. */
function Sentence({ home, ledgerId }: SentenceProps): ReactElement {
  const { waits } = home;
  const { late, rest } = sentenceOf(home);
  return (
    <>
      <p className="home-sentence">
        {late !== null && (
          <Link className="lamp-late" to={waitingList(ledgerId, 'late')}>
            {late}
          </Link>
        )}
        {rest}
      </p>
      {waits.length === 0 ? (
        <Link to={ledgerId === null ? '/ledger' : `/ledger?${new URLSearchParams({ ledgerId }).toString()}`}>
          {HOME_WORDS.lookAtLedger}
        </Link>
      ) : (
        <p className="counts">
          {waits.map(({ kind, tasks, isFloor }) => (
            <Link key={kind} to={waitingList(ledgerId, kind)}>
              {HOME_WORDS.count(WAIT_WORDS.kinds[kind], tasks, isFloor)}
            </Link>
          ))}
        </p>
      )}
      {countsTwice(home) && <p className="quiet">{HOME_WORDS.counted}</p>}
    </>
  );
}
