// Starts the command line, compiling it first if a source has changed. Nothing but Node's own modules is used here, and
// nothing is written to standard output, which belongs to the command.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';

const OLDEST_NODE = [20, 19];
/** A lock file of a build that takes longer than this was left by a dead process whose number is in use again. */
const LONGEST_BUILD_MILLISECONDS = 300_000;

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Beside what npm installed: ignored by every tool, and swept away with it. */
const cache = join(root, 'node_modules', '.cache', 'taizhang');
const dist = join(root, 'dist');
const compiler = join(root, 'node_modules', 'typescript', 'lib', 'tsc.js');
const stampFile = join(dist, '.stamp');

function end(message, code = 1) {
  process.stderr.write(`${message}\n`);
  process.exit(code);
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  end(`当前 Node.js 为 ${process.versions.node}，请换用 ${OLDEST_NODE.join('.')} 或更新的版本。`);
}

/** What the compiler reads: the same choice as in tsconfig.build.json. */
function sources() {
  const found = ['package.json', 'tsconfig.json', 'tsconfig.build.json'].map((name) => join(root, name));
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (!['testing', 'node_modules', 'console'].includes(entry.name)) walk(path);
      } else if (entry.name.endsWith('.ts') && !/\.(spec|contract)\.ts$/.test(entry.name)) found.push(path);
    }
  };
  for (const folder of ['apps', 'libs']) walk(join(root, folder));
  return found.sort();
}

/** Changes when a source is added, removed, renamed or written. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const path of sources()) {
    const { mtimeMs, size } = statSync(path);
    hash.update(`${relative(root, path)}\0${mtimeMs}\0${size}\n`);
  }
  return hash.digest('hex');
}

function isFresh(wanted) {
  try {
    return readFileSync(stampFile, 'utf8') === wanted;
  } catch {
    return false;
  }
}

/**
 * Lets one build run at a time. Each contender announces itself in a file of its own, then looks for living others: of
 * any two the later one sees the earlier and steps back.
 */
async function withBuildLock(build) {
  const folder = join(cache, 'lock');
  const mine = String(process.pid);
  mkdirSync(folder, { recursive: true });
  for (;;) {
    writeFileSync(join(folder, mine), '');
    if (!readdirSync(folder).some((name) => name !== mine && isBuilding(folder, name))) break;
    rmSync(join(folder, mine), { force: true });
    await sleep(50 + Math.random() * 150);
  }
  try {
    build();
  } finally {
    rmSync(join(folder, mine), { force: true });
  }
}

function isBuilding(folder, name) {
  try {
    if (Date.now() - statSync(join(folder, name)).mtimeMs > LONGEST_BUILD_MILLISECONDS) return false;
    process.kill(Number(name), 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Compiles into a folder of its own and swaps it in when it is whole: what runs from dist never sees half a build. */
function build() {
  const wanted = fingerprint();
  if (isFresh(wanted)) return;
  const staging = join(cache, 'build');
  const tsc = [
    '-p',
    join(root, 'tsconfig.build.json'),
    '--outDir',
    staging,
    '--tsBuildInfoFile',
    `${staging}.tsbuildinfo`,
  ];
  // What the incremental record holds is only true of the outputs it was written with.
  if (!existsSync(staging)) rmSync(`${staging}.tsbuildinfo`, { force: true });
  const { status } = spawnSync(process.execPath, [compiler, ...tsc], { cwd: root, stdio: ['ignore', 2, 2] });
  if (status !== 0) end('编译失败，请按上面的提示改正后重试。', status ?? 1);
  removeOrphans(staging);
  const next = join(cache, `next-${process.pid}`);
  const previous = join(cache, `previous-${process.pid}`);
  cpSync(staging, next, { recursive: true });
  writeFileSync(join(next, '.stamp'), wanted);
  if (existsSync(dist)) renameSync(dist, previous);
  renameSync(next, dist);
  rmSync(previous, { recursive: true, force: true });
}

/** The incremental compiler leaves the outputs of removed sources behind. */
function removeOrphans(staging) {
  const wanted = new Set(sources().map((path) => join(staging, relative(root, path).replace(/\.ts$/, ''))));
  for (const name of readdirSync(staging, { recursive: true })) {
    const path = join(staging, name);
    if (/\.js(\.map)?$/.test(path) && !wanted.has(path.replace(/\.js(\.map)?$/, ''))) rmSync(path);
  }
}

checkNode();
if (!isFresh(fingerprint())) {
  if (!existsSync(compiler)) end('缺少依赖包，请先在程序目录执行 npm ci。');
  process.stderr.write('正在编译…\n');
  await withBuildLock(build);
}
await import(pathToFileURL(join(dist, 'apps', 'cli', 'src', 'main.js')).href);
