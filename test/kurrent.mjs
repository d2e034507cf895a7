// The tests that a real KurrentDB or EventStoreDB can be put to.
// EVENTSTORE_URL names one that runs: the contract of the log, its hazards and the whole main job. Each test takes a
// namespace of its own on the server and leaves its streams there: use a server made for tests.
// EVENTSTORE_NODES names a file that says how to start each node (test/kurrent/support/nodes.ts): nodes are started on
// empty folders, killed, frozen, set back to an older copy and mishandled. TAIZHANG_KILLS is how often each is killed.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const isSet = (name) => (process.env[name] ?? '') !== '';

function run(script, args) {
  const path = fileURLToPath(new URL(script, import.meta.url));
  return spawnSync(process.execPath, [path, ...args], { stdio: 'inherit' }).status ?? 1;
}

if (!isSet('EVENTSTORE_URL') && !isSet('EVENTSTORE_NODES')) {
  process.stderr.write(
    '请先用 EVENTSTORE_URL 指明一台供测试用的 KurrentDB，例如 esdb://127.0.0.1:2113?tls=false，或用 EVENTSTORE_NODES 指明启动各节点的文件。\n',
  );
  process.exit(1);
}
let failed = 0;
if (isSet('EVENTSTORE_URL')) failed += run('run.mjs', ['libs/event-store/src/kurrent', 'test/acceptance/main-job']);
if (isSet('EVENTSTORE_NODES')) {
  const jest = '../node_modules/jest/bin/jest.js';
  failed += run(jest, ['--runInBand', '--testMatch', '**/test/kurrent/*.real.ts']);
}
process.exitCode = failed === 0 ? 0 : 1;
