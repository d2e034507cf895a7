/** What a key asks for on the page of drafts. */
export type Shortcut = 'next' | 'previous' | 'accept' | 'edit' | 'leave' | 'undo';

/** A key press, as far as it matters. */
export interface KeyPress {
  readonly key: string;
  /** The key's place on the keyboard: with a Chinese input method on, `key` may be `Process`. */
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly isComposing: boolean;
}

/** Where the key was pressed. */
export interface KeyPlace {
  /** In a field that takes text, or in a list of choices. */
  readonly typing: boolean;
  /** On a button or link: Enter belongs to it. */
  readonly onButton: boolean;
  /** While a draft is being edited. */
  readonly editing: boolean;
}

/** The shortcut that a key press stands for; null when the key belongs to whatever has the focus. */
export function shortcutOf(press: KeyPress, { typing, onButton, editing }: KeyPlace): Shortcut | null {
  if (press.isComposing || press.altKey) return null;
  const command = press.ctrlKey || press.metaKey;
  if (editing && press.key === 'Escape') return 'leave';
  if (editing && command && press.key === 'Enter') return 'accept';
  if (typing) return null;
  if (command) return press.code === 'KeyZ' && !press.shiftKey ? 'undo' : null;
  if (press.shiftKey) return null;
  if (press.code === 'KeyJ') return 'next';
  if (press.code === 'KeyK') return 'previous';
  if (press.code === 'KeyE') return 'edit';
  return press.key === 'Enter' && !onButton ? 'accept' : null;
}
