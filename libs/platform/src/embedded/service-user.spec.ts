import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isOpenFor } from './service-user';

describe('isOpenFor', () => {
  const stranger = { uid: 65_533, gid: 65_533 };
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'taizhang-open-'));
    await mkdir(join(folder, 'inside'), { mode: 0o755 });
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('sees a closed folder anywhere on the way', async () => {
    expect(await isOpenFor(join(folder, 'inside'), stranger)).toBe(false);
    await chmod(folder, 0o711);
    expect(await isOpenFor(join(folder, 'inside'), stranger)).toBe(true);
  });

  it('asks nothing where PostgreSQL runs as ourselves', async () => {
    expect(await isOpenFor(join(folder, 'inside'), {})).toBe(true);
  });
});
