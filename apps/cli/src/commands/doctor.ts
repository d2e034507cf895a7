import { access, constants } from 'node:fs/promises';
import { createServer } from 'node:net';
import { type Config, diskSpaceOf, loadConfig, TaizhangError } from '#platform';
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
  const free = await new Promise<boolean>((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
  return { fine: free, line: free ? `${host}:${port} 可以监听` : `${host}:${port} 已被占用或不能监听` };
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
  return { fine: true, line: eventstoreUrl ? '事件日志：外部 KurrentDB' : '事件日志：PostgreSQL' };
}

function queueFinding({ redisUrl }: Config): Finding {
  return { fine: true, line: redisUrl ? '队列：外部 Redis' : '队列：PostgreSQL' };
}
