import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canEnter } from './service-user';

describe('canEnter', () => {
  const stranger = { uid: 65_533, gid: 65_533 };
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'taizhang-open-'));
    await mkdir(join(folder, 'inside'), { mode: 0o755 });
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('is false while any folder on the way is closed to the user', async () => {
    expect(await canEnter(join(folder, 'inside'), stranger)).toBe(false);
    await chmod(folder, 0o711);
    expect(await canEnter(join(folder, 'inside'), stranger)).toBe(true);
  });

  it('is true when PostgreSQL runs as the account of this process', async () => {
    expect(await canEnter(join(folder, 'inside'), {})).toBe(true);
  });
});
