import { type ReactElement } from 'react';
import { Link } from 'react-router';
import { addDays, dayInShanghai } from '#domain';
import { type LogEntry } from '../../api/answer';
import { reads } from '../../api/client';
import { problemOf } from '../../api/problem';
import { mayAnywhere, useMe } from '../../app/session';
import { today } from '../../forms/today';
import { PageLoading } from '../../parts/page-loading';
import { ProblemNote } from '../../parts/problem-note';
import { EMPTY_COURSE } from '../../telling';
import { lineOf, sentenceOf } from '../../timeline';
import { HOME_WORDS } from '../../words/home.words';
import { countsOf, DAYS, DECISIVE, MOST } from './decisive-records';

const words = HOME_WORDS.auditor;
/** Lines at most; the list behind the link holds all. */
const LINES = 8;

/** What was decided for good in the last days, and who may act since: a sentence with the figures, then the newest records. */
export function RecentRecords(): ReactElement {
  const me = useMe();
  const from = addDays(today(), 1 - DAYS);
  // Of every ledger: what is done to accounts belongs to none.
  const query = { from, type: [...DECISIVE], limit: MOST };
  const { data, error, refetch } = reads.useQuery('get', '/api/events', { params: { query } });
  if (data === undefined) {
    return error === null ? <PageLoading /> : <ProblemNote problem={problemOf(error)} onAgain={() => void refetch()} />;
  }
  return (
    <>
      <p className="home-sentence">{said(countsOf(data.entries), data.next !== null, mayAnywhere(me, 'task.list'))}</p>
      <ul className="home-lines">
        {data.entries.slice(0, LINES).map((entry) => (
          <li key={entry.position}>
            <span className="quiet number">{dayInShanghai(entry.recordedAt)}</span>
            <Link to={placeOf(entry)}>{lineOf(sentenceOf(entry, EMPTY_COURSE))}</Link>
            <span className="quiet">{[entry.taskNumber, entry.title].filter(Boolean).join(' ')}</span>
          </li>
        ))}
      </ul>
      {data.entries.length > LINES && (
        <Link to={`/audit?${new URLSearchParams({ from, type: DECISIVE.join(',') }).toString()}`}>{words.all}</Link>
      )}
    </>
  );
}

/** Whoever reads no tasks is told of none: that nothing was closed is nothing that they could know. */
function said(counts: ReturnType<typeof countsOf>, more: boolean, readsTasks: boolean): string {
  if (counts.length > 0) return words.counted(DAYS, counts, more);
  return readsTasks ? words.none(DAYS) : words.noneOfAccounts(DAYS);
}

/** A task as it was after the step; else the records of whoever did it. */
function placeOf({ taskId, revision, category, actor }: LogEntry): string {
  if (taskId !== null) return `/audit/tasks/${taskId}${category === 'task' ? `?revision=${revision}` : ''}`;
  return `/audit?${new URLSearchParams({ accountId: actor.accountId, category }).toString()}`;
}
