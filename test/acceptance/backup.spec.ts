import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { compileCalendar } from '#domain';
import { chinaCalendar, EvidenceStore } from '#engine';
import { type EventStore, verifyChain } from '#event-store';
import { ControlledClock, programVersion } from '#platform';
import { checkTallies, liveSchema, rebuildProjection } from '#projections';
import { type Foundation, layFoundation, projectorsOn } from '#runtime';
import { checkBackup } from '../../apps/cli/src/backup/read-backup';
import { restoreBackup } from '../../apps/cli/src/backup/restore-backup';
import { writeBackup, type WrittenBackup } from '../../apps/cli/src/backup/write-backup';
import { tellWritten } from '../../apps/cli/src/commands/backup';
import { FIRST_ADMINISTRATOR, OFFICE_PEOPLE, UNIT_PEOPLE } from '../../apps/cli/src/demo/content/people';
import { playStory } from '../../apps/cli/src/demo/player/play-story';
import { writeStory } from '../../apps/cli/src/demo/story/write-story';
import { said } from '../../apps/cli/testing/said';
import { AlteredEventStore } from '../../libs/event-store/testing/altered-event-store';
import { doubledServer } from '../../libs/event-store/testing/kurrent-log';
import { rowsOf } from '../fault/support/product-database';
import { layTestFoundation, openTestHouse, type TestHouse } from '../support/test-house';

const TODAY = '2026-09-16';
const NOW = new Date('2026-09-16T02:30:00.000Z');
const PASSPHRASE = '云岭-备份-口令-2026';
const PASSWORD = 'Chenghu-4Play';

/** The restore drill: a year of an office, backed up while it runs, brought into other places, everything compared. */
describe('a backup', () => {
  let house: TestHouse;
  let source: Foundation;
  let folder: string;
  let file: string;
  let written: WrittenBackup;
  const places: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    const calendar = compileCalendar(chinaCalendar());
    const story = writeStory(TODAY, calendar);
    const clock = new ControlledClock(`${story.days.first}T00:00:00.000Z`);
    house = await openTestHouse(clock);
    source = house.foundation;
    const people = [...OFFICE_PEOPLE, ...UNIT_PEOPLE, FIRST_ADMINISTRATOR];
    await playStory({
      stage: { foundation: source, program: house.house, clock },
      story,
      calendar,
      passwords: new Map(people.map(({ loginName }) => [loginName, PASSWORD])),
      now: NOW,
      onProgress: () => undefined,
    });
    folder = await mkdtemp(join(tmpdir(), 'taizhang-backup-'));
    file = join(folder, '台账.backup');
    written = await writeBackup(source, file, PASSPHRASE);
  });
  afterAll(async () => {
    await house.close();
    for (const end of places) await end();
    await rm(folder, { recursive: true, force: true });
  });

  /** An empty place; its log is PostgreSQL's unless another is given. */
  async function emptyPlace(store?: EventStore): Promise<Foundation> {
    const { foundation, close } = await layTestFoundation({
      clock: new ControlledClock(NOW),
      store,
      purpose: 'restoring',
    });
    places.push(close);
    return foundation;
  }

  async function restoreInto(place: Foundation, from: string): Promise<void> {
    await restoreBackup(place, await checkBackup(from, PASSPHRASE));
    for (const projector of projectorsOn(place.store, place.pool)) {
      await rebuildProjection({ store: place.store, pool: place.pool, projector });
    }
  }

  /** Everything that is kept or shown, but for positions where those of two logs differ. */
  async function contentOf({ store, pool, clock }: Foundation) {
    const events = (await store.readAll(null, 10_000)).map(({ position: _position, ...event }) => event);
    const accounts = (await pool.query('select * from identity.account order by account_id')).rows;
    const marks = (await pool.query('select account_id, seen_at from identity.seen_mark order by account_id')).rows;
    const files = [];
    for await (const { content, ...kept } of new EvidenceStore(pool, clock).all())
      files.push({ ...kept, size: content.length });
    const findings = await checkTallies(store, pool, projectorsOn(store, pool));
    const tallies = findings.map(({ checkpoint, verdict }) => [checkpoint.name, checkpoint.tally, verdict]);
    return { events, accounts, marks, files, tallies };
  }

  async function tablesOf(place: Foundation): Promise<readonly unknown[]> {
    const schemas = projectorsOn(place.store, place.pool).map(({ name }) => liveSchema(name));
    return Promise.all(schemas.map((schema) => rowsOf(place, schema)));
  }

  it('holds no password, and is readable by its owner only', async () => {
    const text = gunzipSync(await readFile(file)).toString('utf8');
    expect(text).not.toContain('argon2');
    expect(JSON.parse(text.split('\n', 1)[0] ?? '')).toMatchObject({ program: programVersion() });
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(['台账.backup']);
  });

  it('of a whole log is complete, and is told as such', async () => {
    expect(written.incomplete).toEqual([]);
    expect(gunzipSync(await readFile(file)).toString('utf8')).not.toContain('"kind":"incomplete"');
    const { lines } = await said(async () => tellWritten(file, written));
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain(`已备份到 ${file}：${written.events} 条事件`);
    await expect(checkBackup(file, PASSPHRASE, { without: ['task-1'] })).rejects.toMatchObject({
      code: 'RESTORE.STREAM_NOT_LISTED',
    });
  });

  it('is never restored without a stream that says whose a ledger’s number is: the number would be free again', async () => {
    const gone = `numbering-${randomUUID()}`;
    const damage = { stream: gone, damage: 'lost', revision: 0, message: '该流已被删除。' } as const;
    const store = new AlteredEventStore(source.store, { damaged: [damage] });
    const path = join(folder, 'numbering.backup');
    await writeBackup({ ...source, store }, path, PASSPHRASE);
    const without = checkBackup(path, PASSPHRASE, { without: [gone] });
    await expect(without).rejects.toMatchObject({ code: 'RESTORE.NUMBERING_NEEDED' });
    await rm(path);
  });

  it('holds a deleted stream whole while its events are still in the log, and says of one that is gone that it is missing', async () => {
    const [first] = await source.store.readAll(null, 1);
    const lost = (stream: string) => ({ stream, damage: 'lost', revision: 0, message: '该流已被删除。' }) as const;
    const gone = `series-${randomUUID()}`;
    const store = new AlteredEventStore(source.store, { damaged: [lost(first?.stream ?? ''), lost(gone)] });
    const path = join(folder, 'lost.backup');
    expect((await writeBackup({ ...source, store }, path, PASSPHRASE)).incomplete).toMatchObject([{ stream: gone }]);
    await expect(checkBackup(path, PASSPHRASE)).rejects.toMatchObject({ code: 'RESTORE.INCOMPLETE' });
    // A series left out would begin again at number one.
    const without = checkBackup(path, PASSPHRASE, { without: [gone] });
    await expect(without).rejects.toMatchObject({ code: 'RESTORE.SERIES_NEEDED' });
    await rm(path);
  });

  it('never writes over a file', async () => {
    const again = writeBackup(source, file, PASSPHRASE);
    await expect(again).rejects.toMatchObject({ code: 'BACKUP.FILE_EXISTS' });
    const nowhere = writeBackup(source, join(folder, 'nowhere', 'x'), PASSPHRASE);
    await expect(nowhere).rejects.toMatchObject({ code: 'BACKUP.NOT_WRITABLE' });
    const short = writeBackup(source, join(folder, 'other'), 'kurz');
    await expect(short).rejects.toMatchObject({ code: 'BACKUP.PASSPHRASE_SHORT' });
    expect(await readdir(folder)).toEqual(['台账.backup']);
  });

  it('gives back the same ledgers in an empty database: every event, file, account and row', async () => {
    const place = await emptyPlace();
    await restoreInto(place, file);
    expect(await contentOf(place)).toEqual(await contentOf(source));
    expect((await verifyChain(place.store)).breaks).toEqual([]);
    // The source has rebuilt nothing; the new place has nothing but rebuilt tables.
    expect(await tablesOf(place)).toEqual(await tablesOf(source));
    expect(await place.continuity.look()).toEqual(await source.continuity.look());
    expect(await place.continuity.look()).toMatchObject({ kind: 'same' });
    const [person] = OFFICE_PEOPLE;
    const signedIn = await place.identity.sessions.signIn(person?.loginName ?? '', PASSWORD, {
      clientAddress: '127.0.0.1',
      userAgent: 'drill',
    });
    expect(signedIn).toHaveProperty('token');
  });

  it('moves ledgers into KurrentDB and back', async () => {
    const kurrent = await doubledServer();
    places.unshift(() => kurrent.close());
    const there = await emptyPlace(kurrent.store);
    await restoreInto(there, file);
    expect(await contentOf(there)).toEqual(await contentOf(source));
    const second = join(folder, 'from-kurrent.backup');
    await writeBackup(there, second, PASSPHRASE);
    const back = await emptyPlace();
    await restoreInto(back, second);
    expect(await contentOf(back)).toEqual(await contentOf(source));
    expect(await tablesOf(back)).toEqual(await tablesOf(source));
  });

  it('is gone on with after an interruption, by the same file only; the program does not start meanwhile', async () => {
    const place = await emptyPlace();
    const backup = await checkBackup(file, PASSPHRASE);
    const cut = restoreBackup(place, backup, (events) => {
      if (events > 100) throw new Error('the power is gone');
    });
    await expect(cut).rejects.toThrow('the power is gone');
    const other = { ...backup, end: { ...backup.end, digest: '0'.repeat(64) } };
    await expect(restoreBackup(place, other)).rejects.toMatchObject({ code: 'RESTORE.OTHER_FILE' });
    const { config, logger, database } = place;
    await expect(layFoundation(config, logger, database)).rejects.toMatchObject({ code: 'RESTORE.UNFINISHED' });
    await restoreInto(place, file);
    expect(await contentOf(place)).toEqual(await contentOf(source));
  });

  it('is not restored over ledgers that are there', async () => {
    const backup = await checkBackup(file, PASSPHRASE);
    const before = await source.store.head();
    await expect(restoreBackup(source, backup)).rejects.toMatchObject({ code: 'RESTORE.NOT_EMPTY' });
    expect(await source.store.head()).toBe(before);
  });

  describe('that is not as it was written', () => {
    const lines = async () =>
      gunzipSync(await readFile(file))
        .toString('utf8')
        .trimEnd()
        .split('\n');
    const changed = async (change: (lines: string[]) => readonly string[]): Promise<Buffer> =>
      gzipSync(`${change(await lines()).join('\n')}\n`);
    const refused = async (content: Buffer, code: string, passphrase = PASSPHRASE): Promise<void> => {
      const path = join(folder, 'changed.backup');
      await writeFile(path, content);
      await expect(checkBackup(path, passphrase)).rejects.toMatchObject({ code });
      await rm(path);
    };

    it('is refused whole, wherever it was changed', async () => {
      const word = (all: string[]) => all.map((line) => line.replace('lane.reported', 'lane.claimed'));
      await refused(await changed(word), 'BACKUP.DAMAGED');
      await refused(await changed((all) => all.filter((_, index) => index !== 50)), 'BACKUP.DAMAGED');
      await refused(
        await changed((all) => [...all.slice(0, 50), all[51] ?? '', all[50] ?? '', ...all.slice(52)]),
        'BACKUP.DAMAGED',
      );
      await refused(await changed((all) => all.slice(0, -1)), 'BACKUP.DAMAGED');
      await refused(await changed((all) => [...all, all[50] ?? '']), 'BACKUP.DAMAGED');
      await refused(await changed((all) => all.map((line, index) => (index === 60 ? '{' : line))), 'BACKUP.DAMAGED');
    });

    it('is refused when it is cut off or its bytes are damaged', async () => {
      const whole = await readFile(file);
      await refused(whole.subarray(0, Math.floor(whole.length / 2)), 'BACKUP.DAMAGED');
      const flipped = Buffer.from(whole);
      flipped[Math.floor(whole.length / 2)] = (flipped[Math.floor(whole.length / 2)] ?? 0) ^ 0xff;
      await refused(flipped, 'BACKUP.DAMAGED');
    });

    it('is refused when it is foreign, newer, of 0.1, or opened with another passphrase', async () => {
      await refused(Buffer.from('PK not a backup'), 'BACKUP.FOREIGN');
      await refused(gzipSync('{"kind":"event"}\n'), 'BACKUP.FOREIGN');
      await refused(gzipSync(''), 'BACKUP.FOREIGN');
      const ofVersion = (version: number) =>
        changed((all) =>
          all.map((line, index) => (index === 0 ? line.replace('"version":2', `"version":${version}`) : line)),
        );
      await refused(await ofVersion(3), 'BACKUP.NEWER');
      await refused(await ofVersion(1), 'BACKUP.OLD');
      await refused(await readFile(file), 'BACKUP.PASSPHRASE', 'another passphrase');
      await expect(checkBackup(join(folder, 'nowhere'), PASSPHRASE)).rejects.toMatchObject({
        code: 'BACKUP.UNREADABLE',
      });
    });
  });
});
