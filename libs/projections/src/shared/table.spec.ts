import { randomUUID } from 'node:crypto';
import { type Pool } from 'pg';
import { createTestDatabase } from '#testing';
import { columnsOf } from './columns';
import { createTables, table } from './table';

interface Note {
  readonly id: string;
  readonly word: string | null;
  readonly units: readonly string[];
  readonly names: readonly string[];
  readonly read: boolean;
  readonly share: number | null;
  readonly day: string | null;
  readonly at: string;
  readonly data: object;
}

const column = columnsOf<Note>();

const NOTE = table(
  'note',
  {
    id: column.uuid(({ id }) => id, { key: true }),
    word: column.textOrNull(({ word }) => word, { once: true, collation: 'C', comment: "A person's word." }),
    units: column.uuids(({ units }) => units),
    names: column.texts(({ names }) => names),
    read: column.boolean(({ read }) => read),
    share: column.doubleOrNull(({ share }) => share),
    day: column.dateOrNull(({ day }) => day),
    at: column.instant(({ at }) => at),
    data: column.json(({ data }) => data, { storage: 'external' }),
  },
  { fillfactor: 80 },
);

const FULL: Note = {
  id: randomUUID(),
  word: `{"它说": 'null', NULL}\\`,
  units: [randomUUID(), randomUUID()],
  names: ['甲, 乙', '"丙"', ''],
  read: true,
  share: 12.5,
  day: '2025-03-03',
  at: '2025-03-03T01:00:00.123Z',
  data: { text: '{},"' },
};
const BARE: Note = { ...FULL, id: randomUUID(), word: null, units: [], names: [], read: false, share: null, day: null };

const number = columnsOf<number>();
const TALLY_COLUMNS = { box: number.text(() => 'all', { key: true }), notes: number.integer((by) => by) };

describe('a table', () => {
  let pool: Pool;
  let close: () => Promise<void>;

  beforeAll(async () => {
    const database = await createTestDatabase();
    ({ appPool: pool, close } = database);
    await pool.query(`create schema notes; ${createTables(NOTE)('notes')}`);
  });
  afterAll(() => close());
  beforeEach(() => pool.query('truncate notes.note'));

  const stored = async (): Promise<unknown[]> => {
    const text =
      'select id, word, units, names, read, share, day::text, at, data from notes.note order by word nulls last';
    return (await pool.query<object>(text)).rows;
  };
  const asStored = (note: Note) => ({ ...note, at: new Date(note.at) });

  it('stores every value of every row as it was given, whatever characters it has', async () => {
    await pool.query(NOTE.insert('notes', [FULL, BARE]));
    expect(await stored()).toEqual([asStored(FULL), asStored(BARE)]);
  });

  it('refuses null in a column that is not declared to have it', async () => {
    const nothing = pool.query('insert into notes.note (id) values ($1)', [randomUUID()]);
    await expect(nothing).rejects.toMatchObject({ code: '23502' });
  });

  it('refuses a key twice by insert, leaves the row by insertMissing, changes by upsert all that is not set once', async () => {
    await pool.query(NOTE.insert('notes', [FULL]));
    const again = { ...FULL, word: 'again', read: false };
    await expect(pool.query(NOTE.insert('notes', [again]))).rejects.toMatchObject({ code: '23505' });
    await pool.query(NOTE.insertMissing('notes', [again]));
    expect(await stored()).toEqual([asStored(FULL)]);
    await pool.query(NOTE.upsert('notes', [again]));
    expect(await stored()).toEqual([asStored({ ...again, word: FULL.word })]);
  });

  it('changes by upsert what its own rule says', async () => {
    const count = table('tally', TALLY_COLUMNS, { changes: 'notes = t.notes + excluded.notes' });
    await pool.query(count.create('notes'));
    await pool.query(count.upsert('notes', [3]));
    await pool.query(count.upsert('notes', [4]));
    expect((await pool.query('select notes from notes.tally')).rows).toEqual([{ notes: 7 }]);
  });

  it('carries comments, collation, storage and fill factor into the database', async () => {
    const { rows } = await pool.query(`
      select col_description(attrelid, attnum) as comment, attstorage as storage, c.reloptions as options, n.collname as collation
      from pg_attribute a join pg_class c on c.oid = a.attrelid left join pg_collation n on n.oid = a.attcollation
      where attrelid = 'notes.note'::regclass and attname in ('word', 'data') order by attname desc`);
    expect(rows).toEqual([
      { comment: "A person's word.", storage: 'x', options: ['fillfactor=80'], collation: 'C' },
      { comment: null, storage: 'e', options: ['fillfactor=80'], collation: null },
    ]);
  });
});
