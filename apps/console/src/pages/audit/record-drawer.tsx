import { Drawer } from 'antd';
import { type ReactElement } from 'react';
import { Link } from 'react-router';
import { EventRecord } from '../../parts/event-record/event-record';
import { sentenceOf } from '../../timeline';
import { AUDIT_WORDS } from '../../words/audit.words';
import { type LogEntry } from './log';

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
          <p className="reading">{sentenceOf(entry).text}</p>
          <EventRecord entry={entry} />
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
