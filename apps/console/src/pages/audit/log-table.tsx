import { Button } from 'antd';
import { type ReactElement } from 'react';
import { Link } from 'react-router';
import { dayInShanghai } from '#domain';
import { EMPTY_COURSE, momentInShanghai, namesOf } from '../../telling';
import { lineOf, sentenceOf } from '../../timeline';
import { WORDS } from '../../words';
import { AUDIT_WORDS } from '../../words/audit.words';
import { TIMELINE_WORDS } from '../../words/timeline.words';
import { type LogEntry } from '../../api/answer';
import { useTaskBefore } from './use-task-before';

interface Props {
  readonly entries: readonly LogEntry[];
  readonly onOpen: (entry: LogEntry) => void;
  readonly onPerson: (accountId: string) => void;
}

const { columns } = AUDIT_WORDS;

/** One line for each record: when, who, what, on which task. */
export function LogTable({ entries, onOpen, onPerson }: Props): ReactElement {
  return (
    <table className="log">
      <caption className="quiet">{AUDIT_WORDS.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.at}</th>
          <th scope="col">{columns.who}</th>
          <th scope="col">{columns.what}</th>
          <th scope="col">{columns.task}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.position}>
            <td className="keep number">{momentInShanghai(entry.recordedAt)}</td>
            <td>
              <Who entry={entry} onPerson={onPerson} />
            </td>
            <td>
              <What entry={entry} onOpen={onOpen} />
            </td>
            <td>
              <OfTask entry={entry} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Events that are about one limit and give only its id. They are few; the many others are told without what was before them. */
const ABOUT_A_LIMIT: ReadonlySet<string> = new Set(['limit.moved', 'limit.removed']);

function What({ entry, onOpen }: { readonly entry: LogEntry; readonly onOpen: Props['onOpen'] }): ReactElement {
  const before = useTaskBefore(ABOUT_A_LIMIT.has(entry.type) ? entry.taskId : null, entry.revision);
  return (
    <button type="button" className="log-open" onClick={() => onOpen(entry)}>
      {lineOf(sentenceOf(entry, before === null ? EMPTY_COURSE : namesOf(before)))}
    </button>
  );
}

function Who({ entry, onPerson }: { readonly entry: LogEntry; readonly onPerson: Props['onPerson'] }): ReactElement {
  const { name, role, accountId } = entry.actor;
  const { passwordResetAt } = entry;
  if (role === 'engine') return <span>{name}</span>;
  return (
    <>
      <Button
        type="link"
        size="small"
        aria-label={AUDIT_WORDS.filter.only(name)}
        onClick={() => onPerson(accountId)}
        title={WORDS.terms.roles[role]}
      >
        {name}
      </Button>
      {passwordResetAt !== null && (
        <div className="quiet">{TIMELINE_WORDS.resetBefore(dayInShanghai(passwordResetAt))}</div>
      )}
    </>
  );
}

function OfTask({ entry }: { readonly entry: LogEntry }): ReactElement {
  const { taskId, taskNumber, title, ledgerName } = entry;
  if (taskId === null) return <span className="quiet">{ledgerName ?? WORDS.parts.none}</span>;
  return (
    <Link to={`/audit/tasks/${taskId}?revision=${entry.category === 'task' ? entry.revision : ''}`}>
      {[taskNumber, title].filter(Boolean).join(' ')}
    </Link>
  );
}
