import { createTestDatabase, eventually, seededRandom } from './index';

describe('the harness', () => {
  it('gives a database of its own with the rights of production', async () => {
    const database = await createTestDatabase();
    try {
      const owner = await database.ownerPool.query('select current_user as role');
      expect(owner.rows).toEqual([{ role: 'taizhang_owner' }]);
      await database.appPool.query('create schema projection; create table projection.t (id int)');
      await expect(database.appPool.query('create table public.t (id int)')).rejects.toThrow(/permission denied/);
    } finally {
      await database.close();
    }
  });

  it('repeats an attempt until it holds, and gives the last error when the time is up', async () => {
    let attempts = 0;
    const done = await eventually(() => {
      attempts += 1;
      expect(attempts).toBe(3);
      return 'done';
    });
    expect(done).toBe('done');
    await expect(eventually(() => Promise.reject(new Error('still not')), { timeoutMs: 0 })).rejects.toThrow(
      'still not',
    );
  });

  it('gives the same chance for the same seed', () => {
    const [one, two] = [seededRandom(7), seededRandom(7)];
    expect([1, 2, 3].map(() => one.next())).toEqual([1, 2, 3].map(() => two.next()));
    expect([...one.shuffle([1, 2, 3, 4])].sort()).toEqual([1, 2, 3, 4]);
  });
});
