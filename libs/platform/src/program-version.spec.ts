import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { programVersion } from './program-version';

it('the program knows its version', () => {
  const manifest = readFileSync(join(__dirname, '..', '..', '..', 'package.json'), 'utf8');
  expect(programVersion()).not.toBe('');
  expect(manifest).toContain(`"version": "${programVersion()}"`);
});
