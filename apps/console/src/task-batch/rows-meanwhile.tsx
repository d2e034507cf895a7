import { useQueries } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { type TaskRow, type TimelineEntry } from '../api/answer';
import { api, bodyOf } from '../api/client';
import { type Change } from '../forms/changes-list';
import { ChangesNote } from '../forms/changes-note';
import { sentenceOf } from '../timeline';
import { WORDS } from '../words';
import { LEDGER_WORDS } from '../words/ledger.words';
import { labelOf } from './batch-acts';

/** Of so many tasks that others have moved on it is said what they did; more would be a page of its own. */
const MOST = 5;
/** So many steps of each. */
const STEPS = 5;

type Row = Pick<TaskRow, 'taskId' | 'revision' | 'serial' | 'taskNumber' | 'title'>;

/** In the form of a batch: what others did to its tasks since it was opened. What was typed stays. */
export function RowsMeanwhile({ rows }: { readonly rows: readonly Row[] }): ReactElement | null {
  const [opened] = useState(() => new Map(rows.map(({ taskId, revision }) => [taskId, revision])));
  const seenOf = ({ taskId, revision }: Row): number => opened.get(taskId) ?? revision;
  const moved = rows.filter((row) => row.revision > seenOf(row)).slice(0, MOST);
  const found = useQueries({
    queries: moved.map(({ taskId, revision }) => ({
      queryKey: ['get', '/api/tasks/{taskId}/timeline', 'moved', taskId, revision],
      queryFn: () => newestSteps(taskId),
    })),
  });
  const changes = moved.flatMap((row, index) => changesOf(row, seenOf(row), found[index]?.data ?? []));
  if (changes.length === 0) return null;
  return (
    <ChangesNote changes={changes}>
      <p>{WORDS.parts.stillHere}</p>
    </ChangesNote>
  );
}

async function newestSteps(taskId: string): Promise<readonly TimelineEntry[]> {
  const params = { path: { taskId }, query: { order: 'newest' as const, limit: STEPS } };
  return bodyOf(await api.GET('/api/tasks/{taskId}/timeline', { params })).entries;
}

/** What people did to one task after a revision, the oldest first. */
function changesOf(row: Row, seen: number, entries: readonly TimelineEntry[]): readonly Change[] {
  return entries
    .filter(({ revision, actor }) => revision > seen && actor.role !== 'engine')
    .map((entry) => {
      const { text, quote } = sentenceOf(entry);
      return { entry, text: LEDGER_WORDS.batch.movedOn(labelOf(row), text), quote };
    })
    .reverse();
}
