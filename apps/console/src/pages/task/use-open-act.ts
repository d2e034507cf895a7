import { useEffect, useRef } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useSheetPlace } from '../../acts/use-sheet-place';

interface OpenAct {
  /** The act whose form stands open; null for none. */
  readonly act: string | null;
  readonly openAct: (operation: string) => void;
  readonly closeAct: () => void;
  /** True while the list of acts stands open, as it does on the phone: Back closes it too. */
  readonly listOpen: boolean;
  readonly openList: () => void;
}

/** The list of acts among the sheets of the page; no act is called so. */
const LIST = 'acts';

/** The act whose form is open on the page of a task. The address may name it (`?act=task.report`), so that other pages can open its form. */
export function useOpenAct(): OpenAct {
  const { sheet, openSheet, closeSheet } = useSheetPlace();
  const [parameters] = useSearchParams();
  const navigate = useNavigate();
  const named = parameters.get('act');
  const taken = useRef<string | null>(null);
  useEffect(() => {
    if (named === null || taken.current === named) return;
    taken.current = named;
    // The task itself gets a place before its form, so that closing the form leads to it.
    void navigate({ search: '' }, { replace: true });
    void navigate({ search: '' }, { state: { sheet: named } });
  }, [named, navigate]);
  return {
    act: sheet === LIST ? null : sheet,
    openAct: openSheet,
    closeAct: closeSheet,
    listOpen: sheet === LIST,
    openList: () => openSheet(LIST),
  };
}
