import { Drawer } from 'antd';
import { type ReactElement } from 'react';
import { Link } from 'react-router';
import { EventRecord } from '../../timeline/event-record/event-record';
import { EMPTY_COURSE, namesOf } from '../../telling';
import { sentenceOf } from '../../timeline';
import { AUDIT_WORDS } from '../../words/audit.words';
import { type LogEntry } from '../../api/answer';
import { useTaskBefore } from './use-task-before';

interface Props {
  readonly entry: LogEntry | null;
  readonly onClose: () => void;
}

/** One record in full: who, for which unit, both clocks, its place and its seal, and what it holds. */
export function RecordDrawer({ entry, onClose }: Props): ReactElement {
  return (
    <Drawer open={entry !== null} onClose={onClose} size={520} title={AUDIT_WORDS.detail}>
      {entry !== null && (
        <>
          <Record entry={entry} />
          {entry.taskId !== null && (
            <p className="record-links">
              <Link to={`/tasks/${entry.taskId}`}>{AUDIT_WORDS.toTask}</Link>
              <Link to={`/audit/tasks/${entry.taskId}`}>{AUDIT_WORDS.replay}</Link>
            </p>
          )}
        </>
      )}
    </Drawer>
  );
}

/** Limits and indicators are called by their names before the event; until these have been read, by their ids. */
function Record({ entry }: { readonly entry: LogEntry }): ReactElement {
  const { category, taskId, revision } = entry;
  const task = useTaskBefore(category === 'task' ? taskId : null, revision);
  const course = task === null ? EMPTY_COURSE : namesOf(task);
  return (
    <>
      <p className="reading">{sentenceOf(entry, course).text}</p>
      <EventRecord entry={entry} task={task} />
    </>
  );
}
