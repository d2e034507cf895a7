import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { constants, createBrotliDecompress } from 'node:zlib';
import { EvidenceStore } from '#engine';
import { type EventStore, logPages, type StoredEvent, verifyChain } from '#event-store';
import { ControlledClock, createLogger, loadConfig, openDatabase, programVersion } from '#platform';
import { type Foundation, layFoundation } from '#runtime';
import { type CheckedBackup, checkBackup, eventsOf, evidenceOf } from '../../apps/cli/src/backup/read-backup';
import { restoreBackup } from '../../apps/cli/src/backup/restore-backup';
import { readDemoFolder } from '../../apps/cli/src/demo/demo-folder';
import { openProgram } from '../../apps/cli/src/serve/program';
import { checkShown } from '../fault/support/check-promises';
import { type ProductFolder, productFolder } from '../fault/support/product-folder';
import { layTestFoundation } from '../support/test-house';

const RELEASES = join(__dirname, 'releases');
const VERSIONS = existsSync(RELEASES) ? readdirSync(RELEASES) : [];

/** 0.1 was a preview whose data 0.2 does not read (decision 0026), so that 0.2.0 is the first to be kept. */
describe('the released versions', () => {
  it('are kept, all of them, from 0.2.0 on', () => {
    const isPreview = programVersion().startsWith('0.2.0-');
    expect(VERSIONS.includes('0.2.0')).toBe(!isPreview);
    expect(VERSIONS).not.toContain('0.1.0');
  });
});

for (const version of VERSIONS) describe(`what version ${version} left behind`, () => isHeldTo(version));

/**
 * What a released version left behind, in the hands of this one: its data folder, as it stood when it was stopped, and a
 * backup that it wrote, which says what has to be there. `keep-release.mjs` writes both.
 */
function isHeldTo(version: string): void {
  const kept = (name: string): string => join(RELEASES, version, name);
  let backup: CheckedBackup;
  let folder: ProductFolder;

  beforeAll(async () => {
    backup = await checkBackup(kept('ledgers.backup'), readFileSync(kept('passphrase.txt'), 'utf8'));
    folder = await productFolder();
    await unpack(kept('data.tar.br'), folder.path);
  });
  afterAll(() => folder.close());

  it('is taken over with its data folder: every event, file, account and table', async () => {
    const { foundation, close } = await started(folder.path, backup.takenAt);
    try {
      await isWhole(foundation);
      await letsIn(foundation);
      await checkShown(foundation);
    } finally {
      await close();
    }
  });

  it('is restored from its backup', async () => {
    const { foundation, close } = await layTestFoundation({
      clock: new ControlledClock(backup.takenAt),
      purpose: 'restoring',
    });
    try {
      await restoreBackup(foundation, backup);
      await isWhole(foundation);
      await letsIn(foundation);
    } finally {
      await close();
    }
  });

  async function letsIn({ identity }: Foundation): Promise<void> {
    const demo = await readDemoFolder(folder.path);
    expect(demo?.signIns.length).toBeGreaterThan(10);
    for (const { loginName, password } of demo?.signIns ?? []) {
      await identity.sessions.signIn(loginName, password, { clientAddress: '127.0.0.1', userAgent: 'spec' });
    }
  }

  async function isWhole({ store, pool, clock }: Foundation): Promise<void> {
    const events = [];
    for await (const { position: _position, ...event } of eventsOf(backup)) events.push(event);
    expect(events.length).toBeGreaterThan(500);
    expect(await beginning(store, events.length)).toEqual(events);
    expect((await verifyChain(store)).breaks).toEqual([]);
    const files = new Map<string, Buffer>();
    for await (const { hash, content } of new EvidenceStore(pool, clock).all()) files.set(hash, content);
    expect(files.size).toBe(backup.end.evidence);
    for await (const { hash, content } of evidenceOf(backup)) {
      expect(files.get(hash)?.toString('base64')).toBe(content);
    }
  }
}

/** The first events of a log; what the present version has added since comes after them. */
async function beginning(store: EventStore, count: number): Promise<Omit<StoredEvent, 'position'>[]> {
  const events = [];
  for await (const page of logPages(store)) events.push(...page.map(({ position: _position, ...event }) => event));
  return events.slice(0, count);
}

/** Unpacks as the same user that the product will run as; root keeps each file's owner. */
async function unpack(archive: string, folder: string): Promise<void> {
  await mkdir(folder, { mode: 0o700 });
  const tar = spawn('tar', ['-C', folder, '-xpf', '-'], { stdio: ['pipe', 'ignore', 'inherit'] });
  const ended = once(tar, 'close');
  const unpacked = createBrotliDecompress({ params: { [constants.BROTLI_DECODER_PARAM_LARGE_WINDOW]: 1 } });
  await pipeline(createReadStream(archive), unpacked, tar.stdin);
  await ended;
  expect(tar.exitCode).toBe(0);
}

/** This version, started on the folder at the moment at which it was left: nothing has fallen due since. */
async function started(dataFolder: string, moment: string) {
  const config = loadConfig({ TAIZHANG_DATA: dataFolder });
  const logger = createLogger('silent');
  const database = await openDatabase(config, logger);
  const foundation = await layFoundation(config, logger, database, { clock: new ControlledClock(moment) });
  const house = await openProgram(foundation, 'all');
  const close = async (): Promise<void> => {
    await house.close();
    await foundation.close();
  };
  return { foundation, close };
}
