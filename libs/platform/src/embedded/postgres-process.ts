import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { type FileHandle, open, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '../free-port';
import { type Logger } from '../logger';
import { poll } from '../poll';
import { processStart } from '../process-identity';
import { TaizhangError } from '../taizhang-error';
import { type PostgresBinaries } from './postgres-binaries';
import { folderFor, type ServiceUser } from './service-user';

/** A postmaster that accepts connections. */
export interface PostgresProcess {
  readonly pid: number;
  readonly port: number;
  /** Settles when it has ended, for whatever reason. */
  readonly exited: Promise<unknown>;
  /**
   * Keeps this process alive until the postmaster has ended. Before, the postmaster does not: a command that forgets to
   * stop it ends nevertheless, and the next start finds the orphan.
   */
  hold(): void;
}

/** What {@link startPostgres} needs. */
export interface PostgresPlan {
  readonly cluster: string;
  /** File that its messages are added to. */
  readonly logFile: string;
  readonly binaries: PostgresBinaries;
  readonly user: ServiceUser;
  /** False only in tests: a commit is not synced to the disk. */
  readonly durable: boolean;
  readonly logger: Logger;
  /** Port to listen on. Default: a free one. */
  readonly port?: number;
}

const ATTEMPTS = 5;
/** Recovery after a crash reads the log since the last checkpoint, which may take minutes on a slow disk. */
const READY_LIMIT = 300_000;
const FAST_STOP_LIMIT = 30_000;
const IMMEDIATE_STOP_LIMIT = 10_000;
const LOG_LIMIT_BYTES = 10 * 1024 * 1024;
const PID_LINE = 0;
const STATUS_LINE = 7;

/**
 * Starts the postmaster in a session of its own: Ctrl-C in the terminal reaches the product, which drains and then
 * stops PostgreSQL, and not PostgreSQL first.
 * @throws `POSTGRES.START_FAILED` after several attempts
 */
export async function startPostgres(plan: PostgresPlan): Promise<PostgresProcess> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    // An orphan may write its pid file only after we have looked, so every attempt looks again.
    await stopOrphan(plan.cluster, plan.logger);
    const started = await attemptStart(plan, plan.port ?? (await freePort()));
    if (started !== undefined) return started;
    plan.logger.warn({ attempt }, '内置数据库未能启动，正在重试。');
  }
  const message = `内置数据库启动失败，请查看 ${plan.logFile} 中的原因后重试。`;
  throw new TaizhangError('POSTGRES.START_FAILED', message, { logFile: plan.logFile });
}

async function attemptStart(plan: PostgresPlan, port: number): Promise<PostgresProcess | undefined> {
  const log = await openLog(plan.logFile);
  const child = spawn(
    plan.binaries.postgres,
    ['-D', folderFor(plan.user, plan.cluster), ...settings(port, plan.durable)],
    {
      ...plan.user,
      cwd: plan.cluster,
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
      env: { PATH: process.env['PATH'], LC_ALL: 'C' },
    },
  );
  let ended = false;
  const exited = Promise.race([once(child, 'exit'), once(child, 'error')])
    .catch((error: unknown) => error)
    .finally(() => {
      ended = true;
    });
  await log.close();
  const { pid } = child;
  if (pid === undefined) return undefined;
  child.unref();
  const state = await poll(() => (ended ? 'ended' : isReady(plan.cluster, pid) ? 'ready' : undefined), READY_LIMIT, 10);
  if (state === 'ready') return { pid, port, exited, hold: () => child.ref() };
  if (state === undefined) await stopPostgres(pid);
  return undefined;
}

/** Later flags win over the cluster's own file, so that a change here reaches old folders too. */
function settings(port: number, durable: boolean): string[] {
  const values: Record<string, string | number> = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    fsync: durable ? 'on' : 'off',
    synchronous_commit: 'on',
    full_page_writes: durable ? 'on' : 'off',
    shared_buffers: '256MB',
    effective_cache_size: '1GB',
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    max_connections: 100,
    wal_buffers: '16MB',
    max_wal_size: '2GB',
    checkpoint_timeout: '15min',
    random_page_cost: 1.1,
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] %d ',
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

async function openLog(path: string): Promise<FileHandle> {
  const size = await stat(path).then(
    (file) => file.size,
    () => 0,
  );
  return open(path, size > LOG_LIMIT_BYTES ? 'w' : 'a', 0o600);
}

function isReady(cluster: string, pid: number): boolean {
  const lines = readPidFile(cluster);
  return lines?.[PID_LINE] === String(pid) && lines[STATUS_LINE]?.trim() === 'ready';
}

function readPidFile(cluster: string): readonly string[] | undefined {
  try {
    return readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return undefined;
  }
}

/**
 * Stops a PostgreSQL whose starter was killed and which still runs on the cluster. A pid file that names a process
 * which is something else is removed: PostgreSQL would refuse to start for it.
 */
export async function stopOrphan(cluster: string, logger: Logger): Promise<void> {
  const lines = readPidFile(cluster);
  const pid = Number(lines?.[PID_LINE]);
  if (lines === undefined) return;
  if (!Number.isInteger(pid) || pid <= 1 || !runsOn(pid, cluster)) {
    await rm(join(cluster, 'postmaster.pid'), { force: true });
    return;
  }
  logger.warn({ pid }, '发现上次异常退出遗留的数据库进程，正在停止并恢复数据。');
  await stopPostgres(pid);
}

/** True when a living process is the postmaster of this cluster: a postmaster works inside its data folder. */
function runsOn(pid: number, cluster: string): boolean {
  if (processStart(pid) === undefined) return false;
  if (process.platform !== 'linux') return true;
  try {
    const program = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')[0] ?? '';
    return /postgres(\.exe)?$/.test(program) && readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
  } catch {
    return false;
  }
}

/** Stops a postmaster: sessions are cut and a checkpoint is written; if that takes too long, harder and harder. */
export async function stopPostgres(pid: number): Promise<void> {
  const start = processStart(pid);
  const gone = (): true | undefined => (processStart(pid) === start ? undefined : true);
  for (const [signal, limit] of [
    ['SIGINT', FAST_STOP_LIMIT],
    ['SIGQUIT', IMMEDIATE_STOP_LIMIT],
    ['SIGKILL', IMMEDIATE_STOP_LIMIT],
  ] as const) {
    if (start === undefined || gone()) return;
    try {
      process.kill(pid, signal);
    } catch {
      // It ended between the look and the signal.
      return;
    }
    if (await poll(gone, limit)) return;
  }
}
