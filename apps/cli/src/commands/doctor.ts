import { access, constants } from 'node:fs/promises';
import { createServer } from 'node:net';
import { z } from 'zod';
import { type Config, diskSpaceOf, loadConfig, TaizhangError } from '#platform';
import { hostAndPort, originHere } from '../address';
import { type Finding } from '../doctor/finding';
import { databaseFindings, logFinding, queueFinding } from '../doctor/server-findings';
import { say } from '../output';

/** Looks at what usually goes wrong before a start, and asks the servers, without starting anything. Exit code 1 when something is wrong. */
export async function doctorCommand(env: NodeJS.ProcessEnv): Promise<void> {
  say(`Node.js ${process.versions.node}`);
  const config = configOf(env);
  if (!config) return;
  const findings = [
    await portFinding(config),
    await folderFinding(config),
    ...(await databaseFindings(config)),
    await logFinding(config),
    await queueFinding(config),
  ];
  for (const { fine, line } of findings) say(`${fine ? '正常' : '问题'}  ${line}`);
  if (findings.some(({ fine }) => !fine)) process.exitCode = 1;
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

/** True when this product listens there. */
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
