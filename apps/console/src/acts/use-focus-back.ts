import { type RefObject, useEffect, useState } from 'react';

/** The page itself: whatever stood on it may be gone. */
const PAGE = 'page';

/**
 * Who closes a sheet is back where it was opened: its button, or where the act took that away, another place that still stands. The
 * drawer would do so at the end of its closing, but a sheet is gone at once with its place in the browser's history.
 * @param instead where to go when the opener has gone, before the page as a whole
 */
export function useFocusBack(instead?: RefObject<HTMLElement | null>): void {
  // Before the drawer takes the focus.
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      const places = [opener, instead?.current ?? null, document.getElementById(PAGE)];
      places.find((place) => place instanceof HTMLElement && takesFocus(place));
    },
    [opener, instead],
  );
}

/** Tries it: a button may be gone, hidden or closed by now. The body takes no focus, it only has it when nothing else does. */
function takesFocus(place: HTMLElement): boolean {
  if (place === document.body) return false;
  place.focus({ preventScroll: true });
  return document.activeElement === place;
}
