import { INBOX_WORDS } from '../../words/inbox.words';

export const BOXES = ['waiting', 'news', 'settled'] as const;
export type InboxKind = keyof typeof INBOX_WORDS.kinds;

/** Which part of the inbox is looked at, as the address says. */
export interface InboxView {
  readonly box: (typeof BOXES)[number];
  /** Entries of this kind only. */
  readonly kind: InboxKind | null;
}

const isKind = (text: string | null): text is InboxKind => text !== null && Object.hasOwn(INBOX_WORDS.kinds, text);

/** The view that an address names; what it does not know is left out. */
export function viewOf(search: URLSearchParams): InboxView {
  const kind = search.get('kind');
  return {
    box: BOXES.find((box) => box === search.get('box')) ?? 'waiting',
    kind: isKind(kind) ? kind : null,
  };
}

/** The address of a view. */
export function writeView({ box, kind }: InboxView): URLSearchParams {
  const search = new URLSearchParams();
  if (box !== 'waiting') search.set('box', box);
  if (kind !== null) search.set('kind', kind);
  return search;
}

/** The kinds of which something waits and how much, in the order of the words' table. */
export function kindsOf(byKind: Readonly<Record<string, number>>): (readonly [InboxKind, number])[] {
  return Object.keys(INBOX_WORDS.kinds)
    .filter(isKind)
    .map((kind) => [kind, byKind[kind] ?? 0] as const)
    .filter(([, count]) => count > 0);
}
