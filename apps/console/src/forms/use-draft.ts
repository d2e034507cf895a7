import { useCallback, useState } from 'react';
import { useMe } from '../app/session';
import { keptContent, keptText } from './kept-content';

const PREFIX = 'taizhang.draft';

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
      try {
        localStorage.setItem(key, keptText(content, Date.now()));
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
    return keptContent(localStorage.getItem(key), Date.now(), read);
  } catch {
    // A forbidden store holds nothing.
    return null;
  }
}
