/** Kept work is dropped after so many days: what nobody came back to is not wanted. */
const KEPT_DAYS = 30;

/** The part of a browser's store that is used. */
export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * Keeps a content on this computer.
 * @returns whether it is kept: a store may be full (a document with its drafts is large) or forbidden
 */
export function keep(store: Store, key: string, content: unknown, now: number): boolean {
  try {
    store.setItem(key, JSON.stringify({ savedAt: now, content }));
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
    const stored: unknown = JSON.parse(store.getItem(key) ?? 'null');
    if (typeof stored !== 'object' || stored === null || !('savedAt' in stored) || !('content' in stored)) return null;
    return now - Number(stored.savedAt) > KEPT_DAYS * 86_400_000 ? null : read(stored.content);
  } catch {
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
