import { type Box, BOXES, type InboxKind, isKind } from '../../inbox-entries/kinds';

/** Which part of the inbox is looked at, as the address says. */
export interface InboxView {
  readonly box: Box;
  /** Entries of this kind only. */
  readonly kind: InboxKind | null;
}

/** The view that an address names; what it does not know is left out. */
export function viewOf(search: URLSearchParams): InboxView {
  const kind = search.get('kind');
  return {
    box: BOXES.find((box) => box === search.get('box')) ?? 'waiting',
    kind: kind !== null && isKind(kind) ? kind : null,
  };
}

/** The address of a view. */
export function writeView({ box, kind }: InboxView): URLSearchParams {
  const search = new URLSearchParams();
  if (box !== 'waiting') search.set('box', box);
  if (kind !== null) search.set('kind', kind);
  return search;
}
