// The test command: every check there is, one after another, none left out in silence.
// Arguments are passed to Jest (`npm test -- libs/platform`). The last line is always `N passed, N failed`.
import { Buffer } from 'node:buffer';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
/** The newest LTS of Node.js as a package apart; its package.json says why. */
const NEWEST_NODE = join(root, 'test', 'newest-node');
const newestNode = join(NEWEST_NODE, 'node_modules', '.bin', 'node');
/** What is run a second time on it: the product started, used for its main job, followed live, backed up, restored and stopped. */
const ON_NEWEST_NODE = ['test/acceptance/(main-job|live|backup|ready)', 'test/fault/start'];
const LONGEST_PHASE_MILLISECONDS = 2_400_000;
const LINES_SHOWN = 60;
const FAILURES_SHOWN = 10;

/** Programs that specs start and npm does not bring. */
const PARTS = [
  { program: 'redis-server', apt: ['redis-server'], elsewhere: 'brew install redis' },
  // The browser tests look at Chinese, which no browser draws without a font for it.
  { program: 'chromium', apt: ['chromium', 'fonts-noto-cjk'], elsewhere: 'brew install --cask chromium' },
];

let passed = 0;
let failed = 0;

function say(line) {
  process.stdout.write(`${line}\n`);
}

function record(name, ok, since, output = '') {
  const seconds = ((performance.now() - since) / 1000).toFixed(1);
  say(`${ok ? '✓' : '✗'} ${name} (${seconds} s)`);
  if (!ok && output.trim() !== '') say(output.trimEnd().split('\n').slice(-LINES_SHOWN).join('\n'));
}

/** One check of its own: counts as one. */
function count(ok) {
  if (ok) passed += 1;
  else failed += 1;
}

/** Runs a script below the root and collects what it says. @param node which Node.js runs it */
function run(script, args, node = process.execPath) {
  return new Promise((settle) => {
    const child = spawn(node, [join(root, script), ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, FORCE_COLOR: '0' },
      timeout: LONGEST_PHASE_MILLISECONDS,
    });
    const chunks = [];
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.stderr.on('data', (chunk) => chunks.push(chunk));
    child.on('error', (error) => settle({ code: 1, output: error.message }));
    child.on('close', (code, signal) => {
      const cut = signal === null ? '' : `\nended by ${signal}, after ${LONGEST_PHASE_MILLISECONDS / 1000} s at most\n`;
      settle({ code: code ?? 1, output: Buffer.concat(chunks).toString('utf8') + cut });
    });
  });
}

async function phase(name, commands) {
  const since = performance.now();
  let output = '';
  let ok = true;
  for (const [script, ...args] of commands) {
    const result = await run(script, args);
    ok &&= result.code === 0;
    output += result.output;
  }
  record(name, ok, since, output);
  count(ok);
}

function isThere(program) {
  return (process.env.PATH ?? '').split(':').some((folder) => existsSync(join(folder, program)));
}

function mayInstall() {
  return process.env.TAIZHANG_TEST_SETUP !== 'off' && process.getuid?.() === 0 && isThere('apt-get');
}

function install(packages) {
  say(`setup: installing ${packages.join(', ')} with apt-get (TAIZHANG_TEST_SETUP=off stops this)`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) => spawnSync('apt-get', ['-qq', ...args], { env, encoding: 'utf8' });
  apt('update');
  return apt('install', '-y', '--no-install-recommends', ...packages).stderr;
}

const versionOf = (node) =>
  existsSync(node) ? spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim() : '';

/** The version that the package apart names, for every kind of machine the same. */
function newestVersion() {
  const { optionalDependencies } = JSON.parse(readFileSync(join(NEWEST_NODE, 'package.json'), 'utf8'));
  return `v${Object.values(optionalDependencies)[0]}`;
}

/** Installs the newest Node.js where it is missing. @returns what went wrong, or nothing */
function setUpNewestNode() {
  if (versionOf(newestNode) === newestVersion()) return '';
  const { output } = process.env.TAIZHANG_TEST_SETUP === 'off' ? {} : spawnSync('npm', ['ci', '--prefix', NEWEST_NODE]);
  if (versionOf(newestNode) === newestVersion()) return '';
  const said = Buffer.concat((output ?? []).filter((each) => each !== null)).toString('utf8');
  return `${said}缺少 Node.js ${newestVersion()}，请执行 npm ci --prefix test/newest-node。`;
}

/** A missing part is a failed check everywhere, in CI and at home. */
function setup() {
  const since = performance.now();
  const newestMissing = setUpNewestNode();
  const missing = PARTS.filter(({ program }) => !isThere(program));
  const output = missing.length > 0 && mayInstall() ? install(missing.flatMap(({ apt }) => apt)) : '';
  const still = missing.filter(({ program }) => !isThere(program));
  const advice = still.map(
    ({ program, apt, elsewhere }) =>
      `缺少 ${program}，用到它的测试会失败，请先安装（Debian：apt-get install ${apt.join(' ')}；macOS：${elsewhere}）。`,
  );
  const ok = still.length === 0 && newestMissing === '';
  record('setup', ok, since, [output, ...advice, newestMissing].join('\n'));
  count(ok);
}

/** The contract suite names the store that it ran on. */
function sayStores({ testResults }) {
  const suffix = ': event store contract';
  const suites = testResults.flatMap(({ assertionResults }) =>
    assertionResults.map(({ ancestorTitles }) => ancestorTitles[0]),
  );
  const stores = new Set(
    suites.filter((title) => title?.endsWith(suffix)).map((title) => title.slice(0, -suffix.length)),
  );
  if (stores.size === 0) return;
  const real = stores.has('KurrentDB') ? '' : '; no real KurrentDB (EVENTSTORE_URL names none)';
  say(`event stores covered: ${[...stores].join(', ')}${real}`);
}

/** Of a run that was cut: how far it had come, and what took longest. Its last lines alone had said neither. */
function untilCut(output) {
  const files = [...output.matchAll(/^(?:PASS|FAIL) (\S+\.spec\.ts)(?: \(([\d.]+) s\))?/gmu)];
  const slowest = files.map(([, file, seconds]) => [Number(seconds ?? 0), file]).sort(([one], [other]) => other - one);
  const failures = files.filter(([line]) => line.startsWith('FAIL')).map(([, file]) => file);
  const lines = slowest.slice(0, FAILURES_SHOWN).map(([seconds, file]) => `${seconds} s ${file}`);
  const failed = `failed: ${failures.length === 0 ? 'none' : failures.join(', ')}`;
  return [output, `${files.length} spec files had ended, the slowest:`, ...lines, failed].join('\n');
}

/** Counts tests, not the phase. A spec file that does not run, a skipped and a planned test each count as failed. */
async function jest(what, args, node = process.execPath) {
  const name = `jest ${what} on Node.js ${versionOf(node)}`;
  const since = performance.now();
  const folder = mkdtempSync(join(tmpdir(), 'taizhang-run-'));
  const report = join(folder, 'jest.json');
  const workers = `--maxWorkers=${Math.max(2, availableParallelism())}`;
  const given = [workers, '--json', `--outputFile=${report}`, ...args];
  const { code, output } = await run('node_modules/jest/bin/jest.js', given, node);
  const results = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined;
  rmSync(folder, { recursive: true, force: true });
  if (results === undefined) {
    record(name, false, since, untilCut(output));
    count(false);
    return;
  }
  sayStores(results);
  const skipped = results.numPendingTests + results.numTodoTests;
  const broken = results.numFailedTests + results.numRuntimeErrorTestSuites + skipped;
  // A failing setup or teardown fails the run although no test did.
  const unexplained = broken === 0 && code !== 0 ? 1 : 0;
  passed += results.numPassedTests;
  failed += broken + unexplained;
  record(name, broken + unexplained === 0, since, unexplained > 0 ? output : '');
  const failures = results.testResults.filter(({ status }) => status === 'failed');
  for (const { name, message } of failures.slice(0, FAILURES_SHOWN)) say(`${name.slice(root.length)}\n${message}`);
  if (failures.length > FAILURES_SHOWN) say(`… and ${failures.length - FAILURES_SHOWN} more spec files failed`);
  if (skipped > 0) say(`${skipped} tests are skipped or only planned: each counts as failed`);
}

setup();
const TSC = 'node_modules/typescript/lib/tsc.js';
const PRETTIER = 'node_modules/prettier/bin/prettier.cjs';
const CRUISE = 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs';
// Two at a time: each keeps one core busy, and one after another they left the other idle for a minute.
await Promise.all([
  phase('lint', [['node_modules/eslint/bin/eslint.js', '--max-warnings', '0', '.']]),
  phase('types', [
    [TSC, '-p', 'tsconfig.json', '--noEmit'],
    [TSC, '-p', 'apps/console/tsconfig.json'],
  ])
    .then(() => phase('boundaries', [[CRUISE, '--config', '.dependency-cruiser.cjs', 'apps', 'libs', 'test']]))
    .then(() => phase('format', [[PRETTIER, '--check', '--log-level', 'warn', '.']])),
]);
// The product as people start it: the tests that run it find it built, and nothing is built anew under them.
await phase('build', [['apps/cli/launch.mjs', '--help']]);
const asked = process.argv.slice(2);
if (asked.length > 0) await jest('of what is asked for', asked);
else {
  // Two parts, so that neither is cut for the length of the other.
  await jest('of the code', ['--roots', join(root, 'libs'), join(root, 'apps')]);
  await jest('of the product', ['--roots', join(root, 'test')]);
  // Whoever asks for some tests gets them once.
  if (process.version !== newestVersion()) await jest('of the product', ON_NEWEST_NODE, newestNode);
}
say(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
