import { Button } from 'antd';
import { type ReactElement } from 'react';
import { type ActOperation } from '../acts/act';
import { type InboxEntry } from '../api/answer';
import { INBOX_WORDS } from '../words/inbox.words';

/** The act that each kind of waiting entry asks for. News asks for none. */
const ASKED: Readonly<Partial<Record<InboxEntry['kind'], ActOperation>>> = {
  accept: 'task.accept',
  answer: 'task.answer-instruction',
  'assign-again': 'task.assign',
  decide: 'task.decide-proposal',
  verify: 'task.verify',
  close: 'task.close',
  rectify: 'task.report',
  remind: 'task.report',
  urge: 'task.report',
  escalate: 'task.urge',
};

const words: Readonly<Partial<Record<string, string>>> = INBOX_WORDS.acts;

const NOTHING: Asked = { operation: undefined, word: undefined };

/** The act that the clock of a holder asks for: the office assigns, or gives a task without dates some. The others have it in their inbox. */
const BY_CLOCK: Readonly<Partial<Record<string, Asked>>> = {
  assign: { operation: 'task.assign', word: INBOX_WORDS.acts.assign },
  review: { operation: 'task.correct', word: INBOX_WORDS.acts.review },
};

/** What those above a late unit do beside the office, which urges it: its head reports, a leader gives an instruction. */
const BY_ROLE: Readonly<Partial<Record<InboxEntry['role'], Asked>>> = {
  'unit-head': { operation: 'task.report', word: INBOX_WORDS.acts.escalateOwn },
  leader: { operation: 'task.instruct', word: INBOX_WORDS.acts.instruct },
};

/** What a leader may ask a unit about: its work, and its answers. Of the delay of an office or a verifier a leader only knows. */
const OF_UNITS: readonly unknown[] = [undefined, null, 'reply', 'answer'];

interface Asked {
  readonly operation: ActOperation | undefined;
  readonly word: string | undefined;
}

/** The act and its word. */
function askedFor({ kind, status, role, data: { holder } }: InboxEntry): Asked {
  const isClock = typeof holder === 'string';
  if (kind === 'answer') return { operation: ASKED.answer, word: INBOX_WORDS.acts.answer };
  if (kind === 'escalate' && role === 'leader' && OF_UNITS.includes(holder)) return BY_ROLE.leader ?? NOTHING;
  // A head who has not answered has that in the inbox.
  if (kind === 'escalate' && BY_ROLE[role]) return isClock ? NOTHING : BY_ROLE[role];
  // The office urges a unit that does not answer; of its own delay, or a verifier's, a leader only knows.
  if (isClock && kind === 'escalate' && holder !== 'reply') return NOTHING;
  if (isClock && kind !== 'escalate') return BY_CLOCK[holder] ?? NOTHING;
  // An urged task that nobody has accepted yet is accepted first.
  if (kind === 'urge' && status === 'assigned') return { operation: 'task.accept', word: INBOX_WORDS.acts.accept };
  // Where a supporting unit has declined, the leads go on: the unit is replaced by a correction.
  if (kind === 'assign-again' && status !== 'declined') {
    return { operation: 'task.correct', word: INBOX_WORDS.acts.correct };
  }
  return { operation: ASKED[kind], word: words[kind] };
}

interface Props {
  readonly entry: InboxEntry;
  readonly onAct: (taskId: string, operation: ActOperation) => void;
}

/** The act that an entry asks for; beside an acceptance that of declining, beside what brings a delay to the reader 已阅. */
export function EntryAct({ entry, onAct }: Props): ReactElement | null {
  const { taskId } = entry;
  const { operation, word } = askedFor(entry);
  const isAsked = operation !== undefined && word !== undefined;
  if (taskId === null || !(isAsked || entry.toRead)) return null;
  return (
    <span className="entry-acts">
      {isAsked && (
        <Button
          type="primary"
          ghost
          aria-label={`${word} ${entry.title ?? ''}`}
          onClick={() => onAct(taskId, operation)}
        >
          {word}
        </Button>
      )}
      {entry.toRead && (
        <Button
          aria-label={`${INBOX_WORDS.acts.noteRead} ${entry.title ?? ''}`}
          onClick={() => onAct(taskId, 'task.note-read')}
        >
          {INBOX_WORDS.acts.noteRead}
        </Button>
      )}
      {operation === 'task.accept' && (
        <Button
          aria-label={`${INBOX_WORDS.acts.decline} ${entry.title ?? ''}`}
          onClick={() => onAct(taskId, 'task.decline')}
        >
          {INBOX_WORDS.acts.decline}
        </Button>
      )}
    </span>
  );
}
