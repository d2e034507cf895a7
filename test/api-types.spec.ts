import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '..');

it('the console’s view of the API is what the API is', () => {
  const args = ['--conditions=taizhang-source', join(root, 'test/api-types.mjs'), '--check'];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(status).toBe(0);
});
