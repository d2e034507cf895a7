import { Button, Tabs } from 'antd';
import { type ReactElement } from 'react';
import { Link, useSearchParams } from 'react-router';
import { FreshAccountNews } from '../../account-news/fresh-account-news';
import { useActSheet } from '../../acts/use-act-sheet';
import { type InboxEntry } from '../../api/answer';
import { BY_CURSOR } from '../../api/by-cursor';
import { reads } from '../../api/client';
import { problemOf } from '../../api/problem';
import { useLedgerChoice } from '../../app/ledger-choice';
import { EmptyNote } from '../../parts/empty-note';
import { PageHead } from '../../parts/page-head';
import { PageLoading } from '../../parts/page-loading';
import { ProblemNote } from '../../parts/problem-note';
import { AcceptAll } from '../../task-batch/accept-all';
import { INBOX_WORDS } from '../../words/inbox.words';
import { EntryList } from '../../inbox-entries/entry-list';
import { BOXES } from '../../inbox-entries/kinds';
import { KindFilter } from './kind-filter';
import { type InboxView, viewOf, writeView } from './inbox-view';
import { useSeenMark } from './seen-mark';

const { title, boxes, empty, more } = INBOX_WORDS;

/** What waits for me, what I should know, and what has been settled; new entries appear by themselves. */
export default function Inbox(): ReactElement {
  const [search, setSearch] = useSearchParams();
  const view = viewOf(search);
  const show = (next: InboxView): void => setSearch(writeView(next));
  const { openAct, sheet } = useActSheet();
  return (
    <>
      <PageHead title={title} />
      <section className="panel">
        <Tabs
          activeKey={view.box}
          items={BOXES.map((box) => ({ key: box, label: boxes[box] }))}
          onChange={(key) => show({ box: BOXES.find((box) => box === key) ?? 'waiting', kind: null })}
        />
        <Box key={view.box} view={view} onShow={show} onAct={openAct} />
      </section>
      {sheet}
    </>
  );
}

interface BoxProps {
  readonly view: InboxView;
  readonly onShow: (view: InboxView) => void;
  readonly onAct: (taskId: string, operation: string) => void;
}

function Box({ view, onShow, onAct }: BoxProps): ReactElement {
  const { chosen } = useLedgerChoice();
  const { box, kind } = view;
  const query = {
    box,
    ...(kind === null ? {} : { kind: [kind] }),
    ...(chosen === null ? {} : { ledgerId: chosen.ledgerId }),
  };
  const inbox = reads.useInfiniteQuery('get', '/api/inbox', { params: { query } }, BY_CURSOR);
  const first = inbox.data?.pages[0];
  const seen = useSeenMark(first?.position ?? null);
  if (inbox.error !== null && first === undefined) {
    return <ProblemNote problem={problemOf(inbox.error)} onAgain={() => void inbox.refetch()} />;
  }
  if (first === undefined || seen.pending) return <PageLoading />;
  const entries: InboxEntry[] = inbox.data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <>
      {box === 'waiting' && <KindFilter counts={first.counts} view={view} onShow={onShow} />}
      {box === 'waiting' && (
        <AcceptAll waiting={first.counts.byKind.accept ?? 0} ledgerId={chosen?.ledgerId ?? null} onAct={onAct} />
      )}
      <FreshAccountNews seenUpTo={seen.before} />
      {entries.length === 0 ? (
        <Nothing box={box} />
      ) : (
        <EntryList entries={entries} seenUpTo={seen.before} onAct={box === 'waiting' ? onAct : null} />
      )}
      {inbox.hasNextPage && (
        <Button block loading={inbox.isFetchingNextPage} onClick={() => void inbox.fetchNextPage()}>
          {more}
        </Button>
      )}
    </>
  );
}

function Nothing({ box }: { readonly box: InboxView['box'] }): ReactElement {
  return <EmptyNote why={empty[box]} next={box === 'waiting' ? <Link to="/">{empty.waitingNext}</Link> : undefined} />;
}
