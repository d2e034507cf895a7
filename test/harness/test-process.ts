import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A process of our own sources that a spec may kill. */
export interface TestProcess {
  readonly pid: number;
  /** The next line it writes to standard output. Rejects if it ends first, with what it wrote to standard error. */
  nextLine(): Promise<string>;
  /** Sends a signal and waits until it is gone. Default: SIGKILL. */
  kill(signal?: NodeJS.Signals): Promise<void>;
  /** Closes its standard input, which asks it to end, and waits until it is gone. */
  end(): Promise<void>;
}

/**
 * Runs a TypeScript file of this repository in a Node process of its own. The process should end when its standard
 * input closes, so that none is left behind when the spec's process dies.
 * @param file absolute path
 */
export function startProcess(
  file: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): TestProcess {
  const hook = join(__dirname, 'typescript-hook.cjs');
  const child = spawn(process.execPath, ['--conditions=taizhang-source', '--require', hook, file, ...args], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const gone = once(child, 'exit');
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text));
  return {
    pid: pidOf(child),
    nextLine: async () => {
      const line = await lines.next();
      if (line.done === true) throw new Error(`the process ended early:\n${complaints}`);
      return line.value;
    },
    kill: async (signal = 'SIGKILL') => {
      child.kill(signal);
      await gone;
    },
    end: async () => {
      child.stdin.end();
      await gone;
    },
  };
}

function pidOf(child: ChildProcess): number {
  if (child.pid === undefined) throw new Error('the process did not start');
  return child.pid;
}
