import { Module } from '@nestjs/common';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { z } from 'zod';
import { Deadlines, openQueueView } from '#deadlines';
import { type Role } from '#domain';
import { createLogger, createPool, TaizhangError } from '#platform';
import { createTestDatabase, startRedis } from '#testing';
import { personWith, UNITS } from '../../../../libs/domain/testing';
import { SpecCallers } from '../../testing/spec-callers';
import { type Caller } from '../auth/caller';
import { createHttpApp } from '../http-app';

const logger = createLogger('silent');
const PATH = '/api/system/queues';

/** Lets in whoever names a role, and counts who is there by himself. */
class RoleCaller extends SpecCallers {
  readonly uses: boolean[] = [];

  override async resolve({ headers }: Parameters<SpecCallers['resolve']>[0], countsAsUse = true): Promise<Caller> {
    const role = headers.authorization;
    if (role === undefined) throw new TaizhangError('IDENTITY.NOT_SIGNED_IN', '请先登录。');
    this.uses.push(countsAsUse);
    const actor = personWith(0x70, '某人', roleOf(role), UNITS.office);
    return { actor, loginName: 'somebody', sessionId: null, mustChangePassword: role === 'new', correlationId: 'spec' };
  }
}

function roleOf(text: string): Role {
  return text === 'auditor' ? 'auditor' : 'system-administrator';
}

const never = () => Promise.reject(new Error('nothing is asked here'));

@Module({})
class EmptyModule {}

/** A place where the queue lives, with a worker's work on it. */
interface Backend {
  readonly databaseUrl: string;
  readonly redisUrl: string | undefined;
  close(): Promise<void>;
}

async function postgres(): Promise<Backend> {
  const database = await createTestDatabase();
  return { databaseUrl: database.appUrl, redisUrl: undefined, close: () => database.close() };
}

async function redis(): Promise<Backend> {
  const [database, server] = await Promise.all([createTestDatabase(), startRedis()]);
  const close = async (): Promise<void> => {
    await Promise.all([database.close(), server.close()]);
  };
  return { databaseUrl: database.appUrl, redisUrl: server.url, close };
}

const queuesSchema = z.object({
  queues: z.array(
    z.object({
      name: z.string(),
      readOnlyMode: z.boolean(),
      counts: z.record(z.string(), z.number()),
      jobs: z.array(z.unknown()),
    }),
  ),
});

describe.each([
  ['PostgreSQL', postgres],
  ['Redis', redis],
])('the page of the queues, on %s', (_name, start) => {
  let backend: Backend;
  let app: NestFastifyApplication;
  let callers: RoleCaller;

  beforeAll(async () => {
    backend = await start();
    callers = new RoleCaller();
    const openView = () => openQueueView({ ...backend, logger });
    app = await createHttpApp({ module: EmptyModule }, logger, { callers, openQueueView: openView });
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  });
  afterAll(async () => {
    await app.close();
    await backend.close();
  });

  const get = (path: string, role?: string) =>
    app.inject({ method: 'GET', url: `${PATH}${path}`, headers: role === undefined ? {} : { authorization: role } });
  const admin = (path: string) => get(path, 'system-administrator');

  /** Makes the queue's tables or keys, as a worker does when it opens, and leaves. */
  async function aWorkerWasHere(): Promise<void> {
    const pool = createPool(backend.databaseUrl, { max: 4, applicationName: 'spec', logger });
    const clock = { now: () => new Date('2021-12-31T00:50:00Z') };
    const commands = { execute: never };
    const deadlines = await Deadlines.open({ ...backend, pool, commands, clock, logger });
    await deadlines.stop();
    await pool.end();
    const view = await openQueueView({ ...backend, logger });
    await view.queue.add(
      'nudge',
      { minute: '2021-12-31T00:51:00.000Z', shard: 3 },
      { jobId: 'nudge-3', delay: 60_000 },
    );
    await view.close();
  }

  it('opens only for system administrators, its files too', async () => {
    for (const path of ['/', '/api/queues', '/static/favicon.ico', '/queue/deadlines']) {
      expect([path, (await get(path)).statusCode]).toEqual([path, 401]);
      const refused = await get(path, 'auditor');
      expect([path, refused.statusCode, refused.json()]).toMatchObject([path, 403, { code: 'PERMISSION.DENIED' }]);
      expect((await get(path, 'new')).json()).toMatchObject({ code: 'IDENTITY.PASSWORD_CHANGE_DUE' });
    }
  });

  it('is in Chinese, and loads nothing from elsewhere', async () => {
    const { statusCode, headers, body } = await admin('/');
    expect([statusCode, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(body).toContain('<base href="/api/system/queues/"');
    expect(body).toContain('任务队列');
    expect(body).toContain('"lng":"zh-CN"');
    expect(body).not.toMatch(/(?:src|href)="(?:https?:)?\/\//u);
    expect(body).not.toContain('<%');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'; script-src 'self';");
    expect(policy).not.toMatch(/https?:/u);
    const [, script = ''] = /src="(static\/js\/main[^"]+)"/u.exec(body) ?? [];
    const file = await admin(`/${script}`);
    expect([file.statusCode, file.headers['content-type']]).toEqual([200, 'application/javascript; charset=utf-8']);
    expect((await admin('/static/locales/zh-CN/messages.json')).statusCode).toBe(200);
  });

  it('says that the queue does not answer before a worker has made it, or shows it empty', async () => {
    const { statusCode } = await admin('/api/queues');
    expect(backend.redisUrl === undefined ? 503 : 200).toBe(statusCode);
  });

  it('shows the queue once it is there, and is no use of the session by itself', async () => {
    await aWorkerWasHere();
    callers.uses.length = 0;
    const answer = await admin('/api/queues?activeQueue=deadlines&page=1&jobsPerPage=10&status=delayed');
    expect(answer.statusCode).toBe(200);
    const { queues } = queuesSchema.parse(answer.json());
    expect(queues).toMatchObject([{ name: 'deadlines', readOnlyMode: true }]);
    expect(queues[0]?.counts).toMatchObject({ waiting: 0, delayed: 1, active: 0, failed: 0 });
    expect(queues[0]?.jobs).toMatchObject([{ name: 'nudge', data: { shard: 3 } }]);
    const job = await admin('/api/queues/deadlines/nudge-3');
    expect([job.statusCode, job.json()]).toMatchObject([200, { job: { id: 'nudge-3' }, status: 'delayed' }]);
    expect((await admin('/queue/deadlines')).statusCode).toBe(200);
    expect(callers.uses).toEqual([false, false, true]);
  });

  it('answers what else the page asks for', async () => {
    for (const path of ['/api/redis/stats', '/api/queues/deadlines/workers', '/api/job-schedulers']) {
      expect([path, (await admin(path)).statusCode]).toEqual([path, 200]);
    }
    expect((await admin('/api/queues/deadlines/1')).statusCode).toBe(404);
  });

  it('changes nothing: there is no such address', async () => {
    const url = `${PATH}/api/queues/deadlines/empty`;
    const answer = await app.inject({ method: 'PUT', url, headers: { authorization: 'system-administrator' } });
    expect(answer.statusCode).toBe(404);
  });
});
