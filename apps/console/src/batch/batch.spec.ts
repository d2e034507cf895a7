import { idsIn, newBatch, readBatch, stepOf, tallyOf, withFailedWaiting, withStep } from './batch';

const items = ['a', 'b', 'c'].map((id) => ({ id, label: id.toUpperCase() }));
const fresh = newBatch('batch', { note: 'x' }, items);
const refused = { state: 'failed', refusals: 1, reason: { code: 'TASK.X', message: 'no' } } as const;
const readNote = (form: unknown): { note: string } | null =>
  typeof form === 'object' && form !== null && 'note' in form ? { note: String(form.note) } : null;

describe('a batch', () => {
  test('counts what is done, failed and left', () => {
    const moved = withStep(withStep(fresh, 'a', { state: 'done', refusals: 0, reason: null }), 'b', refused);
    expect(tallyOf(fresh)).toEqual({ total: 3, done: 0, failed: 0, left: 3 });
    expect(tallyOf(moved)).toEqual({ total: 3, done: 1, failed: 1, left: 1 });
    expect(idsIn(moved, 'waiting')).toEqual(['c']);
  });

  test('puts what failed back in line and remembers that it was refused', () => {
    const again = withFailedWaiting(withStep(fresh, 'b', refused));
    expect(idsIn(again, 'waiting')).toEqual(['a', 'b', 'c']);
    expect(stepOf(again, 'b').refusals).toBe(1);
  });

  test('is read back as it was kept; what was under way is waiting', () => {
    const kept: unknown = JSON.parse(
      JSON.stringify(withStep(withStep(fresh, 'a', { state: 'running', refusals: 0, reason: null }), 'b', refused)),
    );
    const read = readBatch(kept, readNote);
    expect(read?.form).toEqual({ note: 'x' });
    expect(read && idsIn(read, 'waiting')).toEqual(['a', 'c']);
    expect(read && idsIn(read, 'failed')).toEqual(['b']);
  });

  test.each([null, 'text', {}, { ...fresh, items: 'none' }, { ...fresh, steps: { a: { state: 'gone' } } }])(
    'nothing is read from %j',
    (stored) => {
      expect(readBatch(stored, readNote)).toBeNull();
    },
  );

  test('a form of another version is dropped with its batch', () => {
    expect(readBatch({ ...fresh, form: 'old' }, readNote)).toBeNull();
  });
});
