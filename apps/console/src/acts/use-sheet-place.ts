import { useRef } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { z } from 'zod';

/** What the browser keeps with a place: also what the page itself has put there. */
const placeState = z.looseObject({ sheet: z.string().optional() });
/** Where the router keeps the key of the present place. */
const historyState = z.object({ key: z.string() });

interface SheetPlace {
  /** The sheet that stands open at the present place; null for none. */
  readonly sheet: string | null;
  /** Opens a sheet at a place of its own, with the same address; one that is opened out of another takes its place. */
  readonly openSheet: (sheet: string) => void;
  /** Goes back to the place from which it was opened. */
  readonly closeSheet: () => void;
}

/**
 * A sheet has a place of its own in the browser's history: the phone's Back closes it. Without that, Back left the task and its form
 * at once.
 */
export function useSheetPlace(): SheetPlace {
  const location = useLocation();
  const navigate = useNavigate();
  const left = useRef<string | null>(null);
  const state = placeState.safeParse(location.state).data ?? {};
  return {
    sheet: state.sheet ?? null,
    openSheet: (sheet) => {
      const { pathname, search, hash } = location;
      void navigate({ pathname, search, hash }, { state: { ...state, sheet }, replace: state.sheet !== undefined });
    },
    closeSheet: () => {
      // Closed already, by Back or by a second press: going back once more would leave the page.
      if (left.current === location.key || presentKey() !== location.key) return;
      left.current = location.key;
      void navigate(-1);
    },
  };
}

function presentKey(): string | null {
  return historyState.safeParse(window.history.state).data?.key ?? null;
}
