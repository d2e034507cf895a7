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
const bundler = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
const consoleRoot = join(root, 'apps', 'console');

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

/** Files below a folder for which `wanted` says yes; folders for which `left` says yes are not entered. */
function filesBelow(folder, left, wanted) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return left(entry.name, path) ? [] : filesBelow(path, left, wanted);
    return wanted(entry.name) ? [path] : [];
  });
}

const isSource = (name) => name.endsWith('.ts') && !/\.(spec|contract)\.ts$/.test(name);

/** What the compiler reads: the same choice as in tsconfig.build.json. */
function serverSources() {
  const settings = ['package.json', 'tsconfig.json', 'tsconfig.build.json'].map((name) => join(root, name));
  const folders = ['apps', 'libs'].map((name) => join(root, name));
  const left = (name, path) => ['testing', 'node_modules'].includes(name) || path === consoleRoot;
  return [...settings, ...folders.flatMap((folder) => filesBelow(folder, left, isSource))].sort();
}

/** What the console is bundled from: its own files, and the rules and words of the domain. */
function consoleSources() {
  const own = filesBelow(
    consoleRoot,
    (name) => name === 'node_modules',
    (name) => !name.includes('.spec.'),
  );
  return [
    join(root, 'package.json'),
    ...own,
    ...filesBelow(join(root, 'libs', 'domain'), (name) => name === 'testing', isSource),
  ].sort();
}

/** What is built, each apart: a stamp in its outcome says from which sources. */
const PARTS = [
  { sources: serverSources, staging: join(cache, 'build'), place: '.', compile: compileServer },
  ...(existsSync(join(consoleRoot, 'vite.config.mts'))
    ? [{ sources: consoleSources, staging: join(cache, 'console'), place: 'console', compile: bundleConsole }]
    : []),
];

/** Changes when a source is added, removed, renamed or written. */
function fingerprint({ sources }) {
  const hash = createHash('sha256');
  for (const path of sources()) {
    const { mtimeMs, size } = statSync(path);
    hash.update(`${relative(root, path)}\0${mtimeMs}\0${size}\n`);
  }
  return hash.digest('hex');
}

/** Whether a folder holds what the part's sources of now lead to. */
function isBuilt(part, folder) {
  try {
    return readFileSync(join(folder, '.stamp'), 'utf8') === fingerprint(part);
  } catch {
    return false;
  }
}

const isFresh = () => PARTS.every((part) => isBuilt(part, join(dist, part.place)));

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

/**
 * Builds what is stale, each part in a folder of its own, and swaps the whole in when all of it is there: what runs from
 * dist never sees half a build.
 */
function build() {
  if (isFresh()) return;
  for (const part of PARTS) {
    if (isBuilt(part, part.staging)) continue;
    const stamp = fingerprint(part);
    rmSync(join(part.staging, '.stamp'), { force: true });
    part.compile(part);
    writeFileSync(join(part.staging, '.stamp'), stamp);
  }
  const next = join(cache, `next-${process.pid}`);
  const previous = join(cache, `previous-${process.pid}`);
  for (const { staging, place } of PARTS) cpSync(staging, join(next, place), { recursive: true });
  if (existsSync(dist)) renameSync(dist, previous);
  renameSync(next, dist);
  rmSync(previous, { recursive: true, force: true });
}

function compileServer({ staging }) {
  const settings = join(root, 'tsconfig.build.json');
  // What the incremental record holds is only true while every output is there: the compiler does not look.
  if (!outputsOf(staging).every((path) => existsSync(`${path}.js`))) rmSync(`${staging}.tsbuildinfo`, { force: true });
  runTool(compiler, ['-p', settings, '--outDir', staging, '--tsBuildInfoFile', `${staging}.tsbuildinfo`]);
  removeOrphans(staging);
}

function bundleConsole({ staging }) {
  const settings = join(consoleRoot, 'vite.config.mts');
  runTool(bundler, ['build', '--config', settings, '--outDir', staging, '--emptyOutDir', '--logLevel', 'warn']);
}

/** Output of tools goes to standard error. What is built is what people get, whatever the process that asks for it is called. */
function runTool(tool, args) {
  const env = { ...process.env, NODE_ENV: 'production' };
  const { status } = spawnSync(process.execPath, [tool, ...args], { cwd: root, env, stdio: ['ignore', 2, 2] });
  if (status !== 0) end('编译失败，请按上面的提示改正后重试。', status ?? 1);
}

/** Where the compiled sources of now stand, without their endings. */
function outputsOf(staging) {
  const compiled = serverSources().filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'));
  return compiled.map((path) => join(staging, relative(root, path).replace(/\.ts$/, '')));
}

/** The incremental compiler leaves the outputs of removed sources behind. */
function removeOrphans(staging) {
  const wanted = new Set(outputsOf(staging));
  for (const name of readdirSync(staging, { recursive: true })) {
    const path = join(staging, name);
    if (/\.js(\.map)?$/.test(path) && !wanted.has(path.replace(/\.js(\.map)?$/, ''))) rmSync(path);
  }
}

checkNode();
if (!isFresh()) {
  if (!existsSync(compiler)) end('缺少依赖包，请先在程序目录执行 npm ci。');
  process.stderr.write('正在编译…\n');
  await withBuildLock(build);
}
await import(pathToFileURL(join(dist, 'apps', 'cli', 'src', 'main.js')).href);
