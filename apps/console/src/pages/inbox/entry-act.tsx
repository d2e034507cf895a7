import { Button } from 'antd';
import { type ReactElement } from 'react';
import { Link } from 'react-router';
import { type InboxEntry } from '../../api/answer';
import { INBOX_WORDS } from '../../words/inbox.words';

const words: Readonly<Partial<Record<string, string>>> = INBOX_WORDS.acts;

/** The act that an entry asks for. */
export function EntryAct({ entry }: { readonly entry: InboxEntry }): ReactElement | null {
  const { taskId, kind } = entry;
  const word = words[kind];
  if (taskId === null || word === undefined) return null;
  return (
    <Link to={`/tasks/${taskId}`}>
      <Button type="primary" ghost aria-label={`${word} ${entry.title ?? ''}`}>
        {word}
      </Button>
    </Link>
  );
}
