import { createHash } from 'node:crypto';
import { ControlledClock, migrate } from '#platform';
import { createTestDatabase, type TestDatabase } from '#testing';
import { PEOPLE } from '../../../domain/testing';
import { EVIDENCE_MIGRATIONS, EvidenceStore, MAX_EVIDENCE_BYTES } from './evidence-store';

const PDF = Buffer.from('%PDF-1.7\n%%EOF\n');
const HASH = createHash('sha256').update(PDF).digest('hex');
const { accountId } = PEOPLE.reporter;

describe('EvidenceStore', () => {
  let database: TestDatabase;
  let files: EvidenceStore;

  beforeAll(async () => {
    database = await createTestDatabase();
    await migrate(database.pool, EVIDENCE_MIGRATIONS, { lockKey: 1 });
    files = new EvidenceStore(database.pool, new ControlledClock('2025-03-03T01:00:00.000Z'));
  });
  afterAll(() => database.close());

  it('keeps a file under the hash of its content, once however often it comes', async () => {
    const file = { hash: HASH, mediaType: 'application/pdf', size: PDF.length };
    expect(await files.put(PDF, accountId)).toEqual(file);
    expect(await Promise.all([files.put(PDF, accountId), files.put(PDF, PEOPLE.unitHead.accountId)])).toEqual([
      file,
      file,
    ]);
    expect(await files.read(HASH)).toEqual({ ...file, content: PDF });
    const { rows } = await database.pool.query('select stored_by, stored_at from evidence.file');
    expect(rows).toEqual([{ stored_by: accountId, stored_at: new Date('2025-03-03T01:00:00.000Z') }]);
  });

  it('tells which hashes it has', async () => {
    await files.put(PDF, accountId);
    expect(await files.known([HASH, 'f'.repeat(64)])).toEqual(new Set([HASH]));
    expect(await files.known([])).toEqual(new Set());
  });

  it.each([
    ['an empty file', Buffer.alloc(0), 'EVIDENCE.EMPTY'],
    ['a file too large', Buffer.concat([PDF, Buffer.alloc(MAX_EVIDENCE_BYTES - PDF.length + 1)]), 'EVIDENCE.TOO_LARGE'],
    ['a program', Buffer.from('MZ'), 'EVIDENCE.KIND_REFUSED'],
  ])('refuses %s and keeps nothing', async (_name, content, code) => {
    await expect(files.put(content, accountId)).rejects.toMatchObject({ code });
    expect(await files.known([createHash('sha256').update(content).digest('hex')])).toEqual(new Set());
  });

  it('says that a file is not there', async () => {
    await expect(files.read('f'.repeat(64))).rejects.toMatchObject({ code: 'EVIDENCE.UNKNOWN' });
  });
});
