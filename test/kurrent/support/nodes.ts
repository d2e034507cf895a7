import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { eventually } from '#testing';

/**
 * How to start the nodes of a server, as the file says that `EVENTSTORE_NODES` names: `{data}` in an argument stands for an
 * empty folder that the node gets. One node or three, on addresses of this machine.
 */
const nodesFile = z.strictObject({
  nodes: z
    .array(
      z.strictObject({ command: z.string(), args: z.array(z.string()), host: z.literal('127.0.0.1'), port: z.int() }),
    )
    .min(1)
    .max(3),
  /** What follows the hosts in the address, such as `tls=false`. */
  options: z.string(),
});

type NodeDescription = z.infer<typeof nodesFile>['nodes'][number];

const READY_MILLISECONDS = 60_000;

/** A server made of processes of this machine, to be killed, stopped and set back. */
export class Nodes {
  private readonly running = new Map<number, ChildProcess>();

  private constructor(
    private readonly descriptions: readonly NodeDescription[],
    private readonly options: string,
    private readonly folder: string,
  ) {}

  /** Starts all nodes of the file on empty folders. */
  static async start(file: string): Promise<Nodes> {
    const { nodes, options } = nodesFile.parse(JSON.parse(readFileSync(file, 'utf8')));
    const started = new Nodes(nodes, options, await mkdtemp(join(tmpdir(), 'taizhang-nodes-')));
    await started.startAll();
    return started;
  }

  get count(): number {
    return this.descriptions.length;
  }

  /** The address of all nodes. */
  get url(): string {
    const hosts = this.descriptions.map(({ host, port }) => `${host}:${port}`).join(',');
    return `esdb://${hosts}?${this.options}`;
  }

  /** The address of one node. */
  urlOf(index: number): string {
    const { host, port } = this.at(index);
    return `esdb://${host}:${port}?${this.options}`;
  }

  indexOfPort(port: number): number {
    return this.descriptions.findIndex((node) => node.port === port);
  }

  async startAll(): Promise<void> {
    await Promise.all(this.descriptions.map((_, index) => this.startNode(index)));
  }

  /** Starts a node on the folder that it had; resolves once it accepts connections. */
  async startNode(index: number): Promise<void> {
    const { command, args, host, port } = this.at(index);
    const data = this.dataOf(index);
    const child = spawn(
      command,
      args.map((argument) => argument.replaceAll('{data}', data)),
      { stdio: 'ignore', env: ownSettings() },
    );
    this.running.set(index, child);
    // A node that has to cut off what the others do not have ends itself, and wants to be started again.
    child.once('exit', (code) => {
      if (this.running.get(index) !== child) return;
      this.running.delete(index);
      if (code === 0) void this.startNode(index);
    });
    await eventually(() => accepts(host, port), { timeoutMs: READY_MILLISECONDS, intervalMs: 100 });
  }

  /** Ends a node as a power cut does. */
  async kill(index: number): Promise<void> {
    await this.end(index, 'SIGKILL');
  }

  /** Ends all nodes in good order. */
  async stopAll(): Promise<void> {
    await Promise.all([...this.running.keys()].map((index) => this.end(index, 'SIGTERM')));
  }

  /** Stops a node in its tracks, or lets it go on. */
  freeze(index: number, frozen: boolean): void {
    this.running.get(index)?.kill(frozen ? 'SIGSTOP' : 'SIGCONT');
  }

  /** Copies what the nodes hold, while they are stopped. @returns puts the copy back, while they are stopped again */
  async copy(): Promise<() => Promise<void>> {
    const copies = this.descriptions.map((_, index) => join(this.folder, `copy-${index}`));
    for (const [index, copy] of copies.entries()) await cp(this.dataOf(index), copy, { recursive: true });
    return async () => {
      for (const [index, copy] of copies.entries()) {
        await rm(this.dataOf(index), { recursive: true, force: true });
        await cp(copy, this.dataOf(index), { recursive: true });
      }
    };
  }

  /** Takes away what the nodes hold, while they are stopped. */
  async empty(): Promise<void> {
    for (const [index] of this.descriptions.entries()) await rm(this.dataOf(index), { recursive: true, force: true });
  }

  /** Ends everything and removes the folders. */
  async close(): Promise<void> {
    await Promise.all([...this.running.keys()].map((index) => this.end(index, 'SIGKILL')));
    await rm(this.folder, { recursive: true, force: true });
  }

  private async end(index: number, signal: NodeJS.Signals): Promise<void> {
    const child = this.running.get(index);
    if (!child) return;
    this.running.delete(index);
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }

  private dataOf(index: number): string {
    return join(this.folder, String(index));
  }

  private at(index: number): NodeDescription {
    const node = this.descriptions[index];
    if (!node) throw new RangeError(`there is no node ${index}`);
    return node;
  }
}

/** Without ours: a server takes what begins so for settings of its own, and refuses to start with unknown ones. */
function ownSettings(): NodeJS.ProcessEnv {
  const ours = ['EVENTSTORE_URL', 'EVENTSTORE_NODES'];
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.includes(name)));
}

function accepts(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port });
    socket.once('connect', () => {
      socket.destroy();
      resolve();
    });
    socket.once('error', reject);
  });
}
