import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { processStart } from '../process-identity';
import { findHolder, lockFolder } from './folder-lock';

describe('lockFolder', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'taizhang-lock-'));
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('is held by one at a time, and taken again after it was given back', async () => {
    const lock = await lockFolder(folder);
    expect(lock.tookOver).toBe(false);
    expect(await findHolder(folder)).toMatchObject({ pid: process.pid });
    await expect(lockFolder(folder)).rejects.toMatchObject({ code: 'DATA.LOCKED', details: { pid: process.pid } });
    await lock.release();
    expect(await findHolder(folder)).toBeUndefined();
    await (await lockFolder(folder)).release();
    expect(await readdir(join(folder, 'lock'))).toEqual([]);
  });

  it('never lets two of many contenders in', async () => {
    for (let round = 0; round < 20; round += 1) {
      const outcomes = await Promise.allSettled(Array.from({ length: 6 }, () => lockFolder(folder)));
      const held = outcomes.filter((outcome) => outcome.status === 'fulfilled');
      expect(held.length).toBeLessThanOrEqual(1);
      for (const { value } of held) await value.release();
    }
  });
});

describe('processStart', () => {
  it('names a living process for good, and no other', () => {
    expect(processStart(process.pid)).toBe(processStart(process.pid));
    expect(processStart(1)).toBeDefined();
    expect(processStart(process.pid)).not.toBe(processStart(1));
    expect(processStart(2 ** 22 + 1)).toBeUndefined();
  });
});
