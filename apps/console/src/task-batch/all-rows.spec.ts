import { allRows, type RowPage } from './all-rows';

/** A list of so many numbers, in pages of three. */
const listOf = (count: number) => {
  const asked: (string | null)[] = [];
  const read = async (cursor: string | null): Promise<RowPage<number>> => {
    asked.push(cursor);
    const from = Number(cursor ?? 0);
    const rows = Array.from({ length: Math.min(3, count - from) }, (_, index) => from + index);
    return { rows, next: from + 3 < count ? String(from + 3) : null };
  };
  return { asked, read };
};

describe('reading all rows', () => {
  test('goes on to the end', async () => {
    const { asked, read } = listOf(7);
    const told: number[] = [];
    const all = await allRows(100, read, (rows) => told.push(rows));
    expect(all).toEqual({ rows: [0, 1, 2, 3, 4, 5, 6], cut: false });
    expect(asked).toEqual([null, '3', '6']);
    expect(told).toEqual([3, 6, 7]);
  });

  test('stops at the bound and says so', async () => {
    const { asked, read } = listOf(7);
    expect(await allRows(4, read)).toEqual({ rows: [0, 1, 2, 3], cut: true });
    expect(asked).toHaveLength(2);
  });

  test('a bound that is the end cuts nothing off', async () => {
    expect((await allRows(6, listOf(6).read)).cut).toBe(false);
    expect((await allRows(6, listOf(7).read)).cut).toBe(true);
  });

  test('nothing is nothing', async () => {
    expect(await allRows(5, listOf(0).read)).toEqual({ rows: [], cut: false });
  });

  test('a page that cannot be read ends it', async () => {
    await expect(allRows(5, () => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
  });
});
