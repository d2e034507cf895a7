import { access, constants } from 'node:fs/promises';
import { createServer } from 'node:net';
import { z } from 'zod';
import {
  type Config,
  diskSpaceOf,
  loadConfig,
  parseEventstoreAddress,
  readEventstoreCertificates,
  TaizhangError,
} from '#platform';
import { hostAndPort, originHere } from '../address';
import { say } from '../output';

/** Looks at what usually goes wrong before a start, without starting anything. Exit code 1 when something is. */
export async function doctorCommand(env: NodeJS.ProcessEnv): Promise<void> {
  say(`Node.js ${process.versions.node}`);
  const config = configOf(env);
  if (!config) return;
  const findings = [
    await portFinding(config),
    await folderFinding(config),
    databaseFinding(config),
    logFinding(config),
    queueFinding(config),
  ];
  for (const { fine, line } of findings) say(`${fine ? '正常' : '问题'}  ${line}`);
  if (findings.some(({ fine }) => !fine)) process.exitCode = 1;
}

interface Finding {
  readonly fine: boolean;
  readonly line: string;
}

function configOf(env: NodeJS.ProcessEnv): Config | null {
  try {
    return loadConfig(env);
  } catch (error) {
    if (!(error instanceof TaizhangError)) throw error;
    say(`问题  ${error.message}`);
    process.exitCode = 1;
    return null;
  }
}

async function portFinding({ port, host }: Config): Promise<Finding> {
  const place = hostAndPort(host, port);
  if (await isFree(port, host)) return { fine: true, line: `${place} 可以监听` };
  if (await isOurs(port, host)) return { fine: true, line: `${place} 由正在运行的台账使用` };
  return { fine: false, line: `${place} 已被占用或不能监听，请停止占用它的程序，或用 PORT 换一个端口` };
}

function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}

const alive = z.strictObject({ live: z.literal(true) });
const ANSWER_MILLISECONDS = 2_000;

/** Whether it is this product that listens there. */
async function isOurs(port: number, host: string): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(ANSWER_MILLISECONDS);
    const answer = await fetch(`${originHere(host, port)}/health/live`, { signal });
    return alive.safeParse(await answer.json()).success;
  } catch {
    return false;
  }
}

async function folderFinding({ dataFolder, databaseUrl }: Config): Promise<Finding> {
  if (databaseUrl) return { fine: true, line: '使用外部数据库，不需要数据文件夹' };
  const writable = await access(dataFolder, constants.W_OK).then(
    () => true,
    () => false,
  );
  if (!writable) return { fine: true, line: `数据文件夹 ${dataFolder} 将在启动时建立` };
  const { freeMegabytes, enough } = await diskSpaceOf(dataFolder);
  const room = `数据文件夹 ${dataFolder} 已存在，磁盘剩余 ${freeMegabytes} MB`;
  return { fine: enough, line: enough ? room : `${room}，请清理磁盘后再启动` };
}

function databaseFinding({ databaseUrl }: Config): Finding {
  return { fine: true, line: databaseUrl ? '数据库：外部 PostgreSQL' : '数据库：随程序自带的 PostgreSQL' };
}

function logFinding({ eventstoreUrl }: Config): Finding {
  if (eventstoreUrl === undefined) return { fine: true, line: '事件日志：PostgreSQL' };
  try {
    readEventstoreCertificates(parseEventstoreAddress(eventstoreUrl));
    return { fine: true, line: '事件日志：外部 KurrentDB' };
  } catch (error) {
    if (!(error instanceof TaizhangError)) throw error;
    return { fine: false, line: error.message };
  }
}

function queueFinding({ redisUrl }: Config): Finding {
  return { fine: true, line: redisUrl ? '队列：外部 Redis' : '队列：PostgreSQL' };
}
