import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger, openDataFolder } from '#platform';
import { demo } from './demo';
import { clearDemoFolder, type DemoRecord, readDemoFolder, writeDemoRecord } from './demo-folder';

const RECORD: DemoRecord = {
  finished: true,
  today: '2026-09-16',
  seed: 20_260_916,
  signIns: [{ loginName: 'zhoulan', password: 'abcd-EFGH-2345' }],
};
const logger = createLogger('silent');

describe('the folder of the demonstration', () => {
  let parent: string;
  let folder: string;

  beforeEach(async () => {
    parent = await mkdtemp(join(tmpdir(), 'taizhang-demo-folder-'));
    folder = join(parent, 'taizhang-demo');
  });
  afterEach(() => rm(parent, { recursive: true, force: true }));

  it('is nothing before the first time, also when it is there and empty', async () => {
    expect(await readDemoFolder(folder)).toBeNull();
    await mkdir(join(folder, 'lock'), { recursive: true });
    expect(await readDemoFolder(folder)).toBeNull();
  });

  it('keeps its record for the owner only', async () => {
    await writeDemoRecord(folder, RECORD);
    expect(await readDemoFolder(folder)).toEqual(RECORD);
    expect((await stat(join(folder, 'demo.json'))).mode & 0o077).toBe(0);
  });

  it.each([
    ['a real data folder', 'format.json', '{"format":1}'],
    ['a record that is not its own', 'demo.json', '{"name":"something"}'],
    ['a record that is no JSON', 'demo.json', 'demo'],
  ])('is refused and left alone when it holds %s', async (_name, file, text) => {
    await mkdir(folder);
    await writeFile(join(folder, file), text);
    await expect(readDemoFolder(folder)).rejects.toMatchObject({ code: 'DEMO.NOT_A_DEMO' });
    await expect(clearDemoFolder(folder, logger)).rejects.toMatchObject({ code: 'DEMO.NOT_A_DEMO' });
    await expect(demo({}, { data: folder, fresh: true })).rejects.toMatchObject({ code: 'DEMO.NOT_A_DEMO' });
    expect(await readdir(folder)).toEqual([file]);
  });

  it('is never the data folder of the product, however that is named', async () => {
    const refused = demo({ TAIZHANG_DATA: folder }, { data: folder, fresh: false });
    await expect(refused).rejects.toMatchObject({ code: 'DEMO.NOT_A_DEMO' });
    await expect(demo({}, { data: 'taizhang-data', fresh: false })).rejects.toMatchObject({ code: 'DEMO.NOT_A_DEMO' });
    expect(await readDemoFolder(folder)).toBeNull();
  });

  it('is cleared of a demonstration, finished or cut off', async () => {
    await writeDemoRecord(folder, { ...RECORD, finished: false });
    await mkdir(join(folder, 'some', 'data'), { recursive: true });
    await clearDemoFolder(folder, logger);
    expect(await readdir(folder)).toEqual(['lock']);
    await clearDemoFolder(folder, logger);
    expect(await readDemoFolder(folder)).toBeNull();
  });

  it('is not cleared while it is in use', async () => {
    await writeDemoRecord(folder, RECORD);
    const held = await openDataFolder(folder, logger);
    await expect(clearDemoFolder(folder, logger)).rejects.toMatchObject({ code: 'DATA.LOCKED' });
    expect(await readDemoFolder(folder)).toEqual(RECORD);
    await held.close();
  });
});
