import { keptContent, keptText } from '../../../forms/kept-content';

/** The part of a browser's store that is used. */
export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * Keeps a content on this computer.
 * @returns whether it is kept: a store may be full (a document with its drafts is large) or forbidden
 */
export function keep(store: Store, key: string, content: unknown, now: number): boolean {
  try {
    store.setItem(key, keptText(content, now));
    return true;
  } catch {
    // An older state would come back as if it were the last one.
    forget(store, key);
    return false;
  }
}

/** What was kept, as far as it is readable and not too old; null otherwise. */
export function kept<Content>(
  store: Store,
  key: string,
  now: number,
  read: (stored: unknown) => Content | null,
): Content | null {
  try {
    return keptContent(store.getItem(key), now, read);
  } catch {
    // A forbidden store holds nothing.
    return null;
  }
}

/** Drops what was kept. */
export function forget(store: Store, key: string): void {
  try {
    store.removeItem(key);
  } catch {
    // A forbidden store holds nothing.
  }
}
