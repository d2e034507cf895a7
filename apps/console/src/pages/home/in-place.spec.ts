import { aHomeRow } from './home-row.fixture';
import { rowsInPlace } from './in-place';

const [first, second, third, late] = ['a', 'b', 'c', 'd'].map((taskId) => aHomeRow({ taskId }));
const page = [first, second, third].flatMap((row) => (row ? [{ row, gone: false }] : []));
const told = (rows: ReturnType<typeof rowsInPlace>) =>
  rows.map(({ row, gone }) => `${row.taskId}${gone ? ' done' : ''}`);
const read = (...rows: readonly (typeof first)[]) => rows.flatMap((row) => row ?? []);

describe('the rows of the home after an act', () => {
  it('keep their places, the one that was done here too, until the page is left', () => {
    const after = rowsInPlace(page, read(first, third), new Set(['b']));
    expect(told(after)).toEqual(['a', 'b done', 'c']);
    expect(told(rowsInPlace(after, read(third, first), new Set()))).toEqual(['a', 'b done', 'c']);
  });

  it('lose what others did, and have what is new at their end', () => {
    expect(told(rowsInPlace(page, read(late, third, first), new Set()))).toEqual(['a', 'c', 'd']);
  });

  it('wait again where they come again', () => {
    const after = rowsInPlace(page, read(first, third), new Set(['b']));
    expect(told(rowsInPlace(after, read(first, second, third), new Set(['b'])))).toEqual(['a', 'b', 'c']);
  });
});
