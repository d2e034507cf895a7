import { useCallback, useState } from 'react';
import { useMe } from '../app/session';

/** Drafts older than so many days are dropped: what nobody came back to is not wanted. */
const KEPT_DAYS = 30;
const PREFIX = 'taizhang.draft';

interface Stored<Content> {
  readonly savedAt: number;
  readonly content: Content;
}

/** What has been typed into a form and not been sent yet. */
export interface Draft<Content> {
  /** What was there when the form opened; null when nothing was. */
  readonly restored: Content | null;
  readonly keep: (content: Content) => void;
  /** After it has been sent, or when the person drops it. */
  readonly drop: () => void;
}

/**
 * Keeps a form's content on this computer as it is typed, so that a lost connection, an ended session or a closed page loses
 * nothing. Each account has its own; files are not kept, only their names and hashes once stored.
 * @param name of the form, such as `task.report/<taskId>`
 * @param read checks what was stored: it may come from an older version of the page
 */
export function useDraft<Content>(name: string, read: (stored: unknown) => Content | null): Draft<Content> {
  const { accountId } = useMe();
  const key = `${PREFIX}/${accountId}/${name}`;
  const [restored] = useState(() => restore(key, read));
  const keep = useCallback(
    (content: Content) => {
      const stored: Stored<Content> = { savedAt: Date.now(), content };
      try {
        localStorage.setItem(key, JSON.stringify(stored));
      } catch {
        // A full or forbidden store keeps nothing; the form itself still stands.
      }
    },
    [key],
  );
  const drop = useCallback(() => localStorage.removeItem(key), [key]);
  return { restored, keep, drop };
}

function restore<Content>(key: string, read: (stored: unknown) => Content | null): Content | null {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    if (typeof stored !== 'object' || stored === null || !('savedAt' in stored) || !('content' in stored)) return null;
    const old = Date.now() - Number(stored.savedAt) > KEPT_DAYS * 86_400_000;
    return old ? null : read(stored.content);
  } catch {
    return null;
  }
}
