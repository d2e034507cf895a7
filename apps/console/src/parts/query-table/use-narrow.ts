import { useSyncExternalStore } from 'react';

/** Below this width tables become cards; the same as in the style sheet. */
const NARROW = '(max-width: 767px)';

/** True when the window is as narrow as a phone. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia(NARROW).matches);
}

function subscribe(changed: () => void): () => void {
  const query = window.matchMedia(NARROW);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}
