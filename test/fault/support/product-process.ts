import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { type ProductFolder } from './product-folder';

const ROOT = resolve(__dirname, '../../..');
const LAUNCHER = 'apps/cli/launch.mjs';
/** What it says last when it is ready. */
const LAST_LINE = '按 Ctrl-C 停止。';

/** How a process of the product ended, with all that it wrote. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The product as a process of its own, started as `npm start` starts it. */
export interface ProductProcess {
  readonly pid: number;
  /** What it has said so far. */
  said(): string;
  /** Settles when it is gone. */
  readonly ended: Promise<Ended>;
  /** The address that it says it serves, once it has said everything. Rejects with what it wrote if it ends before it is ready. */
  ready(): Promise<string>;
  /** Sends a signal and waits until it is gone. */
  kill(signal: NodeJS.Signals): Promise<Ended>;
}

/** Compiles the product if its sources have changed, so that no start is slowed by it. @throws with the compiler's words */
export function buildProduct(): void {
  const { status, stderr } = spawnSync(process.execPath, [LAUNCHER, '--help'], { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(`the product does not compile:\n${stderr}`);
}

type Environment = Readonly<Record<string, string>>;

/** Starts the product on a data folder. */
export function startProduct(folder: ProductFolder, env: Environment = {}): ProductProcess {
  const product = launched(['serve'], { TAIZHANG_DATA: folder.path, ...env });
  folder.guard(product.pid);
  void product.ended.then(() => folder.guard(null));
  return product;
}

/** Starts one role of the product on a database that is there. Whoever starts it ends it. */
export function startRole(role: 'api' | 'worker', dataFolder: string, database: Environment): ProductProcess {
  return launched(['serve', role], { TAIZHANG_DATA: dataFolder, LOG_LEVEL: 'fatal', ...database });
}

/** Runs one command of the product, which ends by itself. */
export function runCommand(command: string, dataFolder: string, env: Environment): Promise<Ended> {
  return launched([command], { TAIZHANG_DATA: dataFolder, ...env }).ended;
}

function launched(args: readonly string[], env: Environment): ProductProcess {
  const child = spawn(process.execPath, [LAUNCHER, ...args], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const { pid } = child;
  if (pid === undefined) throw new Error('the product did not start');
  let stdout = '';
  let stderr = '';
  const lines = createInterface(child.stdout);
  const address = new Promise<string>((found) => {
    lines.on('line', (line) => {
      stdout += `${line}\n`;
      const url = /https?:\/\/[\w.:]+/u.exec(stdout)?.[0];
      if (url !== undefined && line === LAST_LINE) found(url);
    });
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const ended = once(child, 'close').then((): Ended => {
    return { code: child.exitCode, signal: child.signalCode, stdout, stderr };
  });
  const early = ended.then((outcome) => {
    throw new Error(`the product ended before it was ready:\n${outcome.stdout}${outcome.stderr}`);
  });
  early.catch(() => undefined);
  return {
    pid,
    said: () => stdout,
    ended,
    ready: () => Promise.race([address, early]),
    kill: (signal) => {
      child.kill(signal);
      return ended;
    },
  };
}
