import { sql } from 'kysely';
import { createTestDatabase } from '#testing';
import { openProjectionLab, type ProjectionLab } from '../../testing';
import { ReadModels, type Snapshot } from './read-models';

describe('a snapshot of the read models', () => {
  let lab: ProjectionLab;
  let models: ReadModels;

  beforeAll(async () => {
    lab = await openProjectionLab(createTestDatabase);
    models = new ReadModels(lab.store, lab.pool, { namesOf: () => Promise.resolve(new Map()) });
    await lab.pool.query('create schema notes; create table notes.note (word text)');
  });
  afterAll(() => lab.close());

  const words = async (at: Snapshot) => (await sql<{ word: string }>`select word from notes.note`.execute(at)).rows;

  it('shows one moment to every statement', async () => {
    await models.snapshot(async (at) => {
      expect(await words(at)).toEqual([]);
      await lab.pool.query(`insert into notes.note values ('later')`);
      expect(await words(at)).toEqual([]);
    });
    expect(await models.snapshot(words)).toEqual([{ word: 'later' }]);
  });

  it('cannot write', async () => {
    const writing = models.snapshot((at) => sql`insert into notes.note values ('mine')`.execute(at));
    await expect(writing).rejects.toMatchObject({ code: '25006' });
    expect(await models.snapshot(words)).toEqual([{ word: 'later' }]);
  });

  it('gives back its connection as it was, whatever happened', async () => {
    await expect(models.snapshot(() => Promise.reject(new Error('not now')))).rejects.toThrow('not now');
    await expect(models.snapshot((at) => sql`select nothing`.execute(at))).rejects.toThrow();
    const shown = await Promise.all(
      Array.from({ length: 30 }, async () => {
        const { rows } = await lab.pool.query<Record<string, string>>('show transaction_read_only');
        return rows[0]?.['transaction_read_only'];
      }),
    );
    expect(new Set(shown)).toEqual(new Set(['off']));
  });
});
