import { Controller, Get, Header, Module, Post } from '@nestjs/common';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { setTimeout as sleep } from 'node:timers/promises';
import { createLogger } from '#platform';
import { eventually } from '#testing';
import { SOMEBODY, SpecCallers } from '../../testing/spec-callers';
import { type Caller } from '../auth/caller';
import { createHttpApp } from '../http-app';

class Everybody extends SpecCallers {
  override resolve(): Promise<Caller> {
    return Promise.resolve(SOMEBODY);
  }
}

/** Work that goes on until it is told to end. */
const slow = { underway: 0, end: (): void => undefined };
let over = new Promise<void>((resolve) => (slow.end = resolve));

@Controller()
class Slow {
  @Get('slow')
  async work(): Promise<object> {
    slow.underway += 1;
    await over;
    slow.underway -= 1;
    return {};
  }

  @Post('evidence')
  take(): Promise<object> {
    return this.work();
  }

  @Get('live')
  @Header('content-type', 'text/plain')
  follow(): string {
    return 'followed';
  }

  @Get('health/live')
  health(): string {
    return 'well';
  }
}

@Module({ controllers: [Slow] })
class SlowModule {}

describe('limitRequests', () => {
  let app: NestFastifyApplication;
  let address: string;

  beforeAll(async () => {
    const callers = new Everybody();
    const limits = { requests: 3, files: 1, requestTimeoutMs: 60_000 };
    app = await createHttpApp({ module: SlowModule }, createLogger('silent'), { callers, limits });
    await app.listen(0, '127.0.0.1');
    address = `${new URL(await app.getUrl()).origin}/api`;
  });
  afterAll(() => app.close());
  beforeEach(() => {
    over = new Promise<void>((resolve) => (slow.end = resolve));
  });

  const asks = (path: string) => fetch(`${address}/${path}`);
  const sendsFile = () => {
    const headers = { 'content-type': 'application/octet-stream' };
    return fetch(`${address}/evidence`, { method: 'POST', headers, body: 'PDF' });
  };
  const begun = (count: number) => eventually(() => expect(slow.underway).toBe(count));

  it('refuses a request beyond the limit with 503 and retry-after, and accepts it when there is room', async () => {
    const first = [asks('slow'), asks('slow'), asks('slow')];
    await begun(3);
    const refused = await asks('slow');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1']);
    const message = '系统正忙，本次操作没有生效，请稍等片刻后重试。';
    expect(await refused.json()).toMatchObject({ code: 'SERVER.BUSY', message });
    expect((await asks('live')).status).toBe(200);
    slow.end();
    expect((await Promise.all(first)).map(({ status }) => status)).toEqual([200, 200, 200]);
    await begun(0);
    expect((await asks('slow')).status).toBe(200);
  });

  it('does not count a request whose client has hung up', async () => {
    const leaving = new AbortController();
    const hungUp = [1, 2, 3].map(() => fetch(`${address}/slow`, { signal: leaving.signal }).catch(() => undefined));
    await begun(3);
    leaving.abort();
    await Promise.all(hungUp);
    await eventually(async () => {
      const next = asks('slow');
      const answer = await Promise.race([next, sleep(200)]);
      expect(answer).toBeUndefined();
    });
    slow.end();
    await begun(0);
  });

  it('refuses a file beyond the limit for files, and still answers other requests', async () => {
    const first = sendsFile();
    await begun(1);
    expect(await (await sendsFile()).json()).toMatchObject({ code: 'SERVER.BUSY' });
    expect((await asks('live')).status).toBe(200);
    slow.end();
    expect((await first).status).toBe(201);
  });
});
