// The tests that a real KurrentDB or EventStoreDB can be put to: the contract of the log and the whole main job.
// Each test takes a namespace of its own on the server and leaves its streams there: use a server made for tests.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

if ((process.env.EVENTSTORE_URL ?? '') === '') {
  process.stderr.write('请先用 EVENTSTORE_URL 指明一台供测试用的 KurrentDB，例如 esdb://127.0.0.1:2113?tls=false。\n');
  process.exit(1);
}
const args = ['libs/event-store/src/kurrent', 'test/acceptance/main-job'];
const { status } = spawnSync(process.execPath, [fileURLToPath(new URL('run.mjs', import.meta.url)), ...args], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
