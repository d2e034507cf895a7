import { INBOX_WORDS } from '../words/inbox.words';

/** The parts of the inbox. */
export const BOXES = ['waiting', 'news', 'settled'] as const;
export type Box = (typeof BOXES)[number];

/** What an entry is about. */
export type InboxKind = keyof typeof INBOX_WORDS.kinds;

/** True when a text names a kind of entry. */
export function isKind(text: string): text is InboxKind {
  return Object.hasOwn(INBOX_WORDS.kinds, text);
}

/** The kinds of which something waits and how much, in the order of the words' table. */
export function kindsOf(byKind: Readonly<Record<string, number>>): (readonly [InboxKind, number])[] {
  return Object.keys(INBOX_WORDS.kinds)
    .filter(isKind)
    .map((kind) => [kind, byKind[kind] ?? 0] as const)
    .filter(([, count]) => count > 0);
}
