import { Tag } from 'antd';
import { type ReactElement } from 'react';
import { Link } from 'react-router';
import { statusWord } from '#domain';
import { type ActOperation } from '../acts/act';
import { type InboxEntry } from '../api/answer';
import { useLedgerChoice } from '../app/ledger-choice';
import { DaysLeft } from '../parts/days-left';
import { daysWord, isOver } from '../parts/days-word';
import { LampMark } from '../parts/lamp-mark';
import { minuteInShanghai } from '../parts/minute-in-shanghai';
import { WORDS } from '../words';
import { INBOX_WORDS } from '../words/inbox.words';
import { EntryAct } from './entry-act';
import { inboxSentence } from './inbox-sentence';
import { isFresh } from './is-fresh';
import './entries.css';

interface Props {
  readonly entries: readonly InboxEntry[];
  /** Entries after this position are new to me. */
  readonly seenUpTo: string | null;
  /**
   * Opens the form of the act that an entry asks for; null where the entries ask for none. The form stands outside the list: an entry
   * leaves it when another person acts meanwhile, and the form must not go with it.
   */
  readonly onAct: ((taskId: string, operation: ActOperation) => void) | null;
}

/** Entries one below the other: the task, what it is about, until when, and the act that is asked for. */
export function EntryList({ entries, seenUpTo, onAct }: Props): ReactElement {
  return (
    <ul className="entries">
      {entries.map((entry) => (
        <li key={entry.entryId} className="entry">
          <EntryWords entry={entry} fresh={isFresh(entry, seenUpTo)} />
          {onAct !== null && <EntryAct entry={entry} onAct={onAct} />}
        </li>
      ))}
    </ul>
  );
}

function EntryWords({ entry, fresh }: { readonly entry: InboxEntry; readonly fresh: boolean }): ReactElement {
  const { ledgers } = useLedgerChoice();
  const practice = ledgers.find(({ ledgerId }) => ledgerId === entry.ledgerId)?.practice === true;
  return (
    <div className="entry-words">
      <div className="entry-title">
        <Tag variant="outlined">{INBOX_WORDS.kinds[entry.kind]}</Tag>
        {practice && <Tag color="blue">{WORDS.terms.practice}</Tag>}
        {fresh && <Tag className="entry-new">{INBOX_WORDS.unread}</Tag>}
        <EntryTitle entry={entry} />
      </div>
      <div className="entry-sentence">{inboxSentence(entry)}</div>
      <div className="quiet entry-facts">
        {entry.status !== null && <span>{statusWord(entry.status)}</span>}
        {entry.clock !== null && <OwnClock clock={entry.clock} />}
        {entry.clock === null && entry.nextDue !== null && (
          <>
            <LampMark lamp={entry.lamp} status={entry.status} />
            <DaysLeft
              due={entry.nextDue}
              lamp={entry.lamp}
              remainingWorkingDays={entry.remainingWorkingDays}
              status={entry.status}
            />
          </>
        )}
        <span className="keep number">{INBOX_WORDS.received(minuteInShanghai(entry.recordedAt))}</span>
      </div>
    </div>
  );
}

/** By when the reader is to act. */
function OwnClock({ clock }: { readonly clock: NonNullable<InboxEntry['clock']> }): ReactElement {
  const { due, remainingWorkingDays: left } = clock;
  return (
    <>
      <span className="number keep">{INBOX_WORDS.actBy(due)}</span>
      <span className={isOver(left, due) ? 'lamp-late keep' : 'keep'}>{daysWord(left, due)}</span>
    </>
  );
}

function EntryTitle({ entry }: { readonly entry: InboxEntry }): ReactElement {
  const { taskId, taskNumber, title, ledgerId } = entry;
  if (taskId === null) return <Link to={`/ledger?ledger=${ledgerId}`}>{WORDS.terms.ledger}</Link>;
  return (
    <Link to={`/tasks/${taskId}`}>
      {taskNumber} {title}
    </Link>
  );
}
