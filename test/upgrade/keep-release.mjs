// Keeps what the present version leaves behind, for the upgrade tests of all later ones: node test/upgrade/keep-release.mjs
// To be run once for each released version. It plays the demonstration into a data folder, backs it up, stops, and packs
// both. The people in it, and their passwords, are made up; the passphrase is drawn anew each time.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

/** What names the machine and means nothing to a later start. */
const LEFT_OUT = ['*.log', 'postgres/postmaster.opts'];
const LAST_LINE = '按 Ctrl-C 停止。';
/** A cluster holds its catalogue once for each database, megabytes apart: only a wide window sees that they are alike. */
const PACKING = {
  [constants.BROTLI_PARAM_LARGE_WINDOW]: 1,
  [constants.BROTLI_PARAM_LGWIN]: 28,
};

const root = fileURLToPath(new URL('../..', import.meta.url));
const launcher = join(root, 'apps', 'cli', 'launch.mjs');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
if (version.includes('-')) {
  process.stderr.write(`${version} 还不是正式版本：请先把 package.json 的版本改为正式版本号，再留存。\n`);
  process.exit(1);
}
const kept = fileURLToPath(new URL(`releases/${version}`, import.meta.url));
if (existsSync(kept)) {
  process.stderr.write(`${version} 已经留存，不再改写。\n`);
  process.exit(1);
}

const place = mkdtempSync(join(tmpdir(), 'taizhang-release-'));
const data = join(place, 'data');
const beside = join(place, 'kept');
mkdirSync(beside);
try {
  const demo = spawn(process.execPath, [launcher, 'demo', '--data', data], {
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(demo, 'close');
  await ready(demo);
  const passphrase = randomBytes(18).toString('base64url');
  writeFileSync(join(beside, 'passphrase.txt'), passphrase);
  run(process.execPath, [launcher, 'backup', join(beside, 'ledgers.backup')], {
    TAIZHANG_DATA: data,
    TAIZHANG_PASSPHRASE: passphrase,
  });
  demo.kill('SIGTERM');
  const [code] = await ended;
  if (code !== 0) throw new Error(`the demonstration ended with ${code}`);
  const archive = run('tar', ['-C', data, ...LEFT_OUT.map((name) => `--exclude=./${name}`), '-cf', '-', '.']);
  writeFileSync(join(beside, 'data.tar.br'), brotliCompressSync(archive, { params: PACKING }));
  mkdirSync(join(kept, '..'), { recursive: true });
  run('cp', ['-r', beside, `${kept}.partial`]);
  renameSync(`${kept}.partial`, kept);
  process.stdout.write(`已留存 ${version}：${kept}\n`);
} finally {
  rmSync(place, { recursive: true, force: true });
}

async function ready({ stdout }) {
  for await (const line of createInterface(stdout)) {
    if (line === LAST_LINE) return;
  }
  throw new Error('the demonstration ended before it was ready');
}

function run(program, args, env = {}) {
  const { status, stdout } = spawnSync(program, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 2 ** 30,
  });
  if (status !== 0) throw new Error(`${program} ended with ${status}`);
  return stdout;
}
