import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import { useSearchParams } from 'react-router';
import { type LogEntry } from '../../api/answer';
import { BY_CURSOR } from '../../api/by-cursor';
import { reads } from '../../api/client';
import { problemOf } from '../../api/problem';
import { useLedgerChoice } from '../../app/ledger-choice';
import { rolesOf, useMe } from '../../app/session';
import { EmptyNote } from '../../parts/empty-note';
import { PageHead } from '../../parts/page-head';
import { PageLoading } from '../../parts/page-loading';
import { ProblemNote } from '../../parts/problem-note';
import { AUDIT_WORDS } from '../../words/audit.words';
import { filterOf, type LogFilter, mayBeOfLedger, queryOf, writeFilter } from './log-filter';
import { FilterBar } from './filter-bar';
import { LogTable } from './log-table';
import { RecordDrawer } from './record-drawer';

/** The records of everything that was done, the newest first. */
export function Log(): ReactElement {
  const [search, setSearch] = useSearchParams();
  const [opened, setOpened] = useState<LogEntry | null>(null);
  const { chosen } = useLedgerChoice();
  const filter = filterOf(search);
  const show = (next: LogFilter): void => setSearch(writeFilter(next));
  const roles = rolesOf(useMe());
  const ledger = chosen !== null && mayBeOfLedger(filter, roles) ? { ledgerId: chosen.ledgerId } : {};
  const query = { ...queryOf(filter), ...ledger };
  const log = reads.useInfiniteQuery('get', '/api/events', { params: { query } }, BY_CURSOR);
  const entries: LogEntry[] = log.data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <>
      <PageHead title={AUDIT_WORDS.title} />
      <section className="panel">
        <FilterBar filter={filter} people={peopleOf(entries)} onShow={show} />
        {log.error !== null && <ProblemNote problem={problemOf(log.error)} onAgain={() => void log.refetch()} />}
        {log.isPending && <PageLoading />}
        {log.isSuccess && entries.length === 0 && (
          <EmptyNote why={search.size === 0 ? AUDIT_WORDS.none : AUDIT_WORDS.empty} />
        )}
        {entries.length > 0 && (
          <LogTable entries={entries} onOpen={setOpened} onPerson={(accountId) => show({ ...filter, accountId })} />
        )}
        {log.hasNextPage && (
          <Button block loading={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
            {AUDIT_WORDS.more}
          </Button>
        )}
      </section>
      <RecordDrawer entry={opened} onClose={() => setOpened(null)} />
    </>
  );
}

/** The people who act in the records that are shown, each once. */
function peopleOf(entries: readonly LogEntry[]): ReadonlyMap<string, string> {
  return new Map(entries.map(({ actor }) => [actor.accountId, actor.name]));
}
