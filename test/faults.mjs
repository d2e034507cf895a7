// The faults, for as many rounds as one likes: node test/faults.mjs [--rounds N] [--seed S]. The seed is in the test's name.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { rounds: { type: 'string' }, seed: { type: 'string' } } });
const wrong = Object.entries(values).filter(([, value]) => !/^\d{1,10}$/.test(value));
if (wrong.length > 0) {
  process.stderr.write(`--${wrong[0][0]} 须为整数，例如 --rounds 100 --seed 7。\n`);
  process.exit(1);
}
const env = {
  ...process.env,
  ...(values.rounds === undefined ? {} : { TAIZHANG_FAULT_ROUNDS: values.rounds }),
  ...(values.seed === undefined ? {} : { TAIZHANG_SEED: values.seed }),
};
const jest = fileURLToPath(new URL('../node_modules/jest/bin/jest.js', import.meta.url));
const { status } = spawnSync(process.execPath, [jest, 'test/fault/(faults|clock-steps|full-disk)'], {
  stdio: 'inherit',
  env,
});
process.exitCode = status ?? 1;
