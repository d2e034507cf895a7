import { useEffect, useRef } from 'react';
import { type KeyPlace, shortcutOf, type Shortcut } from './model/shortcuts';

const TYPING = 'input, textarea, select, [contenteditable="true"], [role="combobox"], [role="listbox"], [role="menu"]';
const PRESSED = 'button, a, [role="button"], [role="radio"], [role="menuitem"], [role="tab"]';
const APART = '[role="dialog"], .ant-dropdown, .ant-select-dropdown, .ant-popover';

/** Hears the page's shortcuts as long as it stands. A dialog and an open list keep their keys to themselves. */
export function useShortcuts(editing: boolean, act: (shortcut: Shortcut) => void): void {
  const latest = useRef({ editing, act });
  useEffect(() => {
    latest.current = { editing, act };
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || isApart(event.target)) return;
      const shortcut = shortcutOf(event, placeOf(event.target, latest.current.editing));
      if (shortcut === null) return;
      event.preventDefault();
      latest.current.act(shortcut);
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, []);
}

function isApart(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(APART) !== null;
}

function placeOf(target: EventTarget | null, editing: boolean): KeyPlace {
  if (!(target instanceof Element)) return { typing: false, onButton: false, editing };
  return { typing: target.closest(TYPING) !== null, onButton: target.closest(PRESSED) !== null, editing };
}
