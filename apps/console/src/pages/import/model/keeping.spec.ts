import { freshId } from '../../../api/fresh-id';
import { actKey, fingerprint, importKey } from './act-keys';
import { foundImport, formerImports } from './found-import';
import { begun, stepped, takenBack } from './history';
import { draftWith } from './model.fixture';
import { isNamed, readWork, type Work, withDocument } from './work';
import { forget, keep, kept, type Store } from './work-store';

const source = { kind: 'document', title: 'T', documentNumber: null, year: 2021, contentHash: 'a'.repeat(64) } as const;
const work: Work = {
  workId: 'w',
  source,
  text: 'text',
  ledgerId: null,
  drafts: [draftWith('d1')],
  choices: { New: { kind: 'create' } },
  sending: null,
};

/** A store that holds so many characters. */
function storeOf(size: number): Store & { readonly held: Map<string, string> } {
  const held = new Map<string, string>();
  return {
    held,
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, value) => {
      if (value.length > size) throw new Error('full');
      held.set(key, value);
    },
    removeItem: (key) => void held.delete(key),
  };
}

describe('work kept on this computer', () => {
  const read = (store: Store, now = 0): Work | null => kept(store, 'k', now, readWork);

  test('comes back as it was', () => {
    const store = storeOf(10_000);
    expect(keep(store, 'k', work, 0)).toBe(true);
    expect(read(store)).toEqual(work);
  });

  test('that does not fit is said, and no older state is left behind', () => {
    const store = storeOf(60);
    store.held.set('k', 'older');
    expect(keep(store, 'k', work, 0)).toBe(false);
    expect(read(store)).toBeNull();
  });

  test('is dropped when it is old, broken or of another version', () => {
    const store = storeOf(10_000);
    keep(store, 'k', work, 0);
    expect(read(store, 31 * 86_400_000)).toBeNull();
    store.held.set('k', '{');
    expect(read(store)).toBeNull();
    keep(store, 'k', { ...work, drafts: [{}] }, 0);
    expect(read(store)).toBeNull();
    forget(store, 'k');
    expect(store.held.size).toBe(0);
  });
});

describe('the name of the document', () => {
  test('is that of every draft; no number is null', () => {
    const named = withDocument(work, 'New', 'N1');
    expect(named.source).toMatchObject({ title: 'New', documentNumber: 'N1' });
    expect(named.drafts[0]?.content.source).toMatchObject({ documentTitle: 'New', documentNumber: 'N1' });
    expect(withDocument(work, 'New', '').source.documentNumber).toBeNull();
  });

  test('has to be there, but may be half typed when it is kept', () => {
    const unnamed = withDocument(work, '', '');
    expect([isNamed(work), isNamed(unnamed)]).toEqual([true, false]);
    expect(readWork(JSON.parse(JSON.stringify(unnamed)))).toEqual(unnamed);
  });

  test('names no private number', () => {
    expect(isNamed(withDocument(work, 'New 13800138000', 'N1'))).toBe(false);
    expect(isNamed(withDocument(work, 'New', '13800138000'))).toBe(false);
  });
});

describe('keys', () => {
  test('are the same for the same, and others for anything else', () => {
    expect(importKey('w', { tasks: [1] })).toBe(importKey('w', { tasks: [1] }));
    expect(importKey('w', { tasks: [2] })).not.toBe(importKey('w', { tasks: [1] }));
    expect(actKey('hang', 't', 1, {})).not.toBe(actKey('hang', 't', 2, {}));
    expect(fingerprint('')).not.toBe(fingerprint('a'));
  });

  test('are such as the api takes', () => {
    const key = actKey('confirm', '58f323d9-0655-86df-8dc2-78b69211de56', 123_456, { reference: '〔2021〕' });
    expect(key).toMatch(/^[\x21-\x7e]{1,100}$/u);
    expect(importKey(freshId(), work)).toMatch(/^[\x21-\x7e]{1,100}$/u);
  });
});

describe('finding the import that was started', () => {
  const listed = (importId: string, startedAt: string, taskCount = 3) => ({ importId, source, taskCount, startedAt });

  test('by what was not there before', () => {
    const imports = [listed('old', '1'), listed('mine', '2'), listed('other', '3', 4)];
    expect(foundImport(imports, ['old'], source, 3)).toBe('mine');
    expect(foundImport([listed('old', '1')], ['old'], source, 3)).toBeNull();
  });

  test('imports of the same file are told, the youngest first', () => {
    const imports = [listed('one', '1'), listed('two', '2')];
    expect(formerImports(imports, source).map(({ importId }) => importId)).toEqual(['two', 'one']);
    expect(formerImports(imports, { ...source, contentHash: null })).toEqual([]);
  });
});

describe('taking steps back', () => {
  test('goes back step by step; typing in one field is one step', () => {
    const typed = stepped(stepped(stepped(begun('a'), 'b', null), 'c', 'title'), 'd', 'title');
    expect(takenBack(typed).present).toBe('b');
    expect(takenBack(takenBack(typed)).present).toBe('a');
    expect(takenBack(begun('a')).present).toBe('a');
    expect(stepped(typed, 'd', null)).toBe(typed);
  });

  test('remembers a bounded number of steps', () => {
    let history = begun(0);
    for (let step = 1; step <= 100; step += 1) history = stepped(history, step, null);
    expect(history.past).toHaveLength(60);
  });
});
