import { join } from 'node:path';
import pino, { type DestinationStream } from 'pino';
import {
  type Config,
  createLogger,
  diskSpaceOf,
  errorCode,
  type Logger,
  openDatabase,
  pause,
  ServerPatience,
  TaizhangError,
} from '#platform';
import { type Foundation, layFoundation, StartSteps, StartUp } from '#runtime';
import { hostAndPort, originHere } from '../address';
import { note, say } from '../output';
import { type Program, openProgram } from './program';
import { StartLines } from './start-lines';
import { toldToStop } from './told-to-stop';

const LOOK_AGAIN_MILLISECONDS = 1_000;

/**
 * Runs the product until it is told to stop.
 * @throws TaizhangError for what the person at the terminal can mend: a busy port, a folder in use, newer data
 */
export async function serve(config: Config): Promise<void> {
  const told = toldToStop();
  const logger = loggerOf(config);
  const foundation = await foundationFor(config, logger, told);
  if (!foundation) return;
  try {
    await serveOn(foundation, told);
  } finally {
    await foundation.close();
  }
}

/**
 * Waits for servers that are not up yet, saying so.
 * @returns null when it was told to stop meanwhile
 */
async function foundationFor(config: Config, logger: Logger, told: Promise<string>): Promise<Foundation | null> {
  const stopping = new AbortController();
  void told.then(() => stopping.abort());
  const { signal } = stopping;
  const patience = new ServerPatience({ seconds: config.startWaitSeconds, say, signal });
  const database = await openDatabase(config, logger);
  try {
    return await layFoundation(config, logger, database, { patience });
  } catch (error) {
    if (error === signal.reason) return null;
    // The sentence at the terminal says what to do; the log holds what lies beneath.
    logger.error({ err: error }, '未能启动。');
    throw error;
  }
}

/**
 * Serves on a foundation until told to stop; the foundation stays the caller's.
 * @param greet says more once the address is known
 */
export async function serveOn(foundation: Foundation, told: Promise<string>, greet?: () => void): Promise<void> {
  const { config, logger, database } = foundation;
  const program = await openProgram(foundation, config.role);
  const stopping = new AbortController();
  let starting = Promise.resolve();
  try {
    const steps = new StartSteps(foundation, program);
    const lines = new StartLines({ program, config, signIn: () => steps.signIn, greet });
    const start = new StartUp({ steps: steps.all, listener: lines, pause: betweenLooks });
    program.health.register('start', () => start.check());
    lines.address = await listen(program, config);
    starting = start.run(stopping.signal);
    const broken = starting.then(() => new Promise<never>(() => undefined));
    const reason = await Promise.race([told, database.ended.then(() => 'database-ended'), broken]);
    logger.info({ reason }, '正在停止');
    cutOffAfter(config.shutdownSeconds, logger);
    if (reason === 'database-ended') throw await databaseLost(config);
  } finally {
    stopping.abort();
    await starting.catch(() => undefined);
    await program.close();
  }
}

/** Between two looks at what a start lacks. */
function betweenLooks(signal: AbortSignal): Promise<void> {
  return pause(LOOK_AGAIN_MILLISECONDS, signal);
}

async function databaseLost({ dataFolder }: Config): Promise<TaizhangError> {
  const { enough } = await diskSpaceOf(dataFolder);
  return enough
    ? new TaizhangError('POSTGRES.LOST', '自带的数据库已停止且不能恢复，请查看数据文件夹中的 postgres.log 后重新启动。')
    : new TaizhangError(
        'POSTGRES.DISK_FULL',
        `数据文件夹 ${dataFolder} 所在的磁盘已满，自带的数据库已停止；已保存的内容不会丢失，请清理磁盘后重新启动。`,
      );
}

/** What is not done when the time is up is cut off; nothing acknowledged is lost by it. */
function cutOffAfter(seconds: number, logger: Logger): void {
  setTimeout(() => {
    logger.error({ seconds }, '停止超时，强制退出。');
    process.exit(1);
  }, seconds * 1_000).unref();
}

/** @throws TaizhangError SERVER.PORT_BUSY, SERVER.ADDRESS_REFUSED */
async function listen({ http }: Program, { port, host }: Config): Promise<string> {
  try {
    await http.listen(port, host);
  } catch (error) {
    throw notListening(error, port, host);
  }
  // With port 0 the system has chosen one.
  const bound = new URL(await http.getUrl());
  return originHere(host, Number(bound.port || 80));
}

/** What listening at an address failed of, for the person who can mend it; any other error as it is. */
export function notListening(error: unknown, port: number, host: string): unknown {
  const code = errorCode(error);
  if (code === 'EADDRINUSE') {
    return new TaizhangError('SERVER.PORT_BUSY', `端口 ${port} 已被其他程序占用，请用 PORT 另指定一个端口后再启动。`);
  }
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new TaizhangError(
      'SERVER.ADDRESS_REFUSED',
      `不能监听 ${hostAndPort(host, port)}，请检查 HOST 和 PORT 的设置。`,
    );
  }
  return error;
}

/** On one's own machine the terminal stays readable and the log goes to a file; on a server it goes to standard error. */
export function loggerOf({ logLevel, databaseUrl, dataFolder }: Config): Logger {
  if (databaseUrl) return createLogger(logLevel);
  return createLogger(logLevel, logFile(join(dataFolder, 'taizhang.log')));
}

/** Bytes of lines that wait while the disk takes none; later lines are lost. */
const WAITING_LINES = 1024 * 1024;

/** A log file. What cannot be written there fails nobody who has something to log: a full disk is said at the terminal, once. */
function logFile(path: string): DestinationStream {
  const file = pino.destination({ dest: path, mkdir: true, sync: true, maxLength: WAITING_LINES });
  file.once('error', (error) => note(`运行日志 ${path} 暂时无法写入（${errorCode(error)}），请检查磁盘空间。`));
  file.on('error', () => undefined);
  return file;
}
