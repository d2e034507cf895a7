import { type KeyPlace, type KeyPress, shortcutOf } from './shortcuts';

const press = (key: string, code: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  ...more,
});
const reading: KeyPlace = { typing: false, onButton: false, editing: false };

describe('shortcuts', () => {
  test.each([
    ['j', 'KeyJ', 'next'],
    ['Process', 'KeyK', 'previous'],
    ['e', 'KeyE', 'edit'],
    ['Enter', 'Enter', 'accept'],
    ['x', 'KeyX', null],
  ] as const)('%s is %s: %s', (key, code, meant) => {
    expect(shortcutOf(press(key, code), reading)).toBe(meant);
  });

  test('are not taken from a field, an input method or a browser function', () => {
    expect(shortcutOf(press('j', 'KeyJ'), { ...reading, typing: true })).toBeNull();
    expect(shortcutOf(press('j', 'KeyJ', { isComposing: true }), reading)).toBeNull();
    expect(shortcutOf(press('j', 'KeyJ', { ctrlKey: true }), reading)).toBeNull();
    expect(shortcutOf(press('e', 'KeyE', { altKey: true }), reading)).toBeNull();
    expect(shortcutOf(press('J', 'KeyJ', { shiftKey: true }), reading)).toBeNull();
  });

  test('Enter belongs to a focused button', () => {
    expect(shortcutOf(press('Enter', 'Enter'), { ...reading, onButton: true })).toBeNull();
    expect(shortcutOf(press('j', 'KeyJ'), { ...reading, onButton: true })).toBe('next');
  });

  test('while editing: Escape leaves, Ctrl+Enter accepts', () => {
    const editing = { typing: true, onButton: false, editing: true };
    expect(shortcutOf(press('Escape', 'Escape'), editing)).toBe('leave');
    expect(shortcutOf(press('Enter', 'Enter', { ctrlKey: true }), editing)).toBe('accept');
    expect(shortcutOf(press('Enter', 'Enter'), editing)).toBeNull();
  });

  test('Ctrl+Z takes a step back outside of fields', () => {
    expect(shortcutOf(press('z', 'KeyZ', { ctrlKey: true }), reading)).toBe('undo');
    expect(shortcutOf(press('z', 'KeyZ', { ctrlKey: true }), { ...reading, typing: true })).toBeNull();
  });
});
