import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Registry } from 'prom-client';
import { apiErrorSchema } from '#contracts';
import { createLogger, HealthRegistry } from '#platform';
import { HealthModule } from '../health.module';
import { createHttpApp } from '../http-app';

const SCRIPT = 'console.log("台账");';
const PAGE = '<!doctype html><script nonce="__CSP_NONCE__" src="/assets/main.a1b2c3d4.js"></script>__CSP_NONCE__';

let folder: string;
let app: NestFastifyApplication;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'taizhang-console-'));
  const built = join(folder, 'console');
  await mkdir(join(built, 'assets'), { recursive: true });
  await writeFile(join(folder, 'outside.txt'), 'outside');
  await writeFile(join(built, 'index.html'), PAGE);
  await writeFile(join(built, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await writeFile(join(built, '.hidden.txt'), 'hidden');
  await writeFile(join(built, 'assets', 'main.a1b2c3d4.js'), SCRIPT);
  await writeFile(join(built, 'assets', 'main.a1b2c3d4.js.gz'), gzipSync(SCRIPT));
  app = await appOn(built);
});

afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

async function appOn(consoleFolder: string): Promise<NestFastifyApplication> {
  const module = HealthModule.on([], new HealthRegistry(), new Registry());
  const built = await createHttpApp(module, createLogger('silent'), { consoleFolder });
  await built.init();
  await built.getHttpAdapter().getInstance().ready();
  return built;
}

const get = (url: string, headers: Record<string, string> = {}) => app.inject({ method: 'GET', url, headers });

describe('the console’s page', () => {
  it.each(['/', '/tasks/0192f0c1', '/ledgers/1?status=late', '/index.html', '/index.html?x=1'])(
    'is served at %s, never kept, with a nonce of its own',
    async (url) => {
      const { statusCode, headers, body } = await get(url);
      expect(statusCode).toBe(200);
      expect(headers['content-type']).toBe('text/html; charset=utf-8');
      expect(headers['cache-control']).toBe('no-store');
      const [, nonce = ''] = /nonce="([^"]+)"/u.exec(body) ?? [];
      expect(nonce).toMatch(/^[A-Za-z0-9+/]{24}$/u);
      expect(body).not.toContain('__CSP_NONCE__');
      expect(headers['content-security-policy']).toContain(`script-src 'self' 'nonce-${nonce}';`);
    },
  );

  it('has another nonce each time, and a policy that allows nothing from elsewhere', async () => {
    const policies = await Promise.all([get('/'), get('/')]);
    const [first = '', second = ''] = policies.map(({ headers }) => String(headers['content-security-policy']));
    expect(first).not.toBe(second);
    expect(first.replaceAll(/nonce-[^']+/gu, 'nonce')).toBe(
      "default-src 'none'; script-src 'self' 'nonce'; style-src 'self' 'nonce'; img-src 'self' data: blob:; " +
        "font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; " +
        "frame-ancestors 'none'; object-src 'none'",
    );
  });

  it('answers HEAD without a body, and nothing but GET and HEAD', async () => {
    const head = await app.inject({ method: 'HEAD', url: '/' });
    expect([head.statusCode, head.body]).toEqual([200, '']);
    const post = await app.inject({
      method: 'POST',
      url: '/',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    expect(post.statusCode).toBe(404);
  });

  it('says what to do when it has not been built', async () => {
    const bare = await appOn(join(folder, 'nowhere'));
    const { statusCode, headers, body } = await bare.inject({ method: 'GET', url: '/' });
    expect(statusCode).toBe(503);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(body).toContain('请管理员在程序目录执行');
    expect((await bare.inject({ method: 'GET', url: '/assets/main.a1b2c3d4.js' })).statusCode).toBe(404);
    await bare.close();
  });
});

describe('the console’s files', () => {
  it('that carry a hash are kept for ever', async () => {
    const { statusCode, headers, body } = await get('/assets/main.a1b2c3d4.js');
    expect([statusCode, body]).toEqual([200, SCRIPT]);
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(headers['content-type']).toContain('application/javascript');
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  it('are sent compressed where the browser takes it and such a copy is there', async () => {
    const { headers, rawPayload } = await get('/assets/main.a1b2c3d4.js', { 'accept-encoding': 'br, gzip' });
    expect(headers['content-encoding']).toBe('gzip');
    expect(headers['content-type']).toContain('application/javascript');
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(headers.vary).toMatch(/accept-encoding/iu);
    expect(rawPayload.equals(gzipSync(SCRIPT))).toBe(true);
  });

  it('without a hash are asked for again each time', async () => {
    const { statusCode, headers } = await get('/icon.svg');
    expect([statusCode, headers['cache-control']]).toEqual([200, 'public, max-age=0']);
    expect((await get('/icon.svg', { 'if-none-match': String(headers.etag) })).statusCode).toBe(304);
  });

  it('can be had in parts, and a part that is not there is refused', async () => {
    const part = await get('/assets/main.a1b2c3d4.js', { range: 'bytes=0-6' });
    expect([part.statusCode, part.body]).toEqual([206, SCRIPT.slice(0, 7)]);
    const beyond = await get('/assets/main.a1b2c3d4.js', { range: 'bytes=9000-' });
    expect(beyond.statusCode).toBe(416);
    expect(beyond.json()).toMatchObject({ code: 'REQUEST.INVALID' });
  });

  it('answer HEAD with their size', async () => {
    const { statusCode, headers, body } = await app.inject({ method: 'HEAD', url: '/assets/main.a1b2c3d4.js' });
    expect([statusCode, headers['content-length'], body]).toEqual([200, String(Buffer.byteLength(SCRIPT)), '']);
  });

  it.each([
    '/assets/none.0000.js',
    '/assets/index.html',
    '/assets/../../outside.txt',
    '/../outside.txt',
    '/%2e%2e/outside.txt',
    '/assets/%2e%2e%2f%2e%2e%2foutside.txt',
    '/assets/..%5c..%5coutside.txt',
    '/assets//main.a1b2c3d4.js',
    '/.hidden.txt',
    '/index.html.gz',
    '/%00.js',
    '/api',
    '/api/nothing',
    '/%61pi/nothing',
    '/api/nothing.js',
    '/health/nothing',
    '/metrics/nothing',
  ])('that are not there are told as such: %s', async (url) => {
    const { statusCode, headers, body } = await get(url);
    expect([statusCode, headers['content-type']]).toEqual([404, 'application/json; charset=utf-8']);
    expect(body).not.toContain('outside');
    expect(apiErrorSchema.loose().parse(JSON.parse(body)).code).toBe('REQUEST.NOT_FOUND');
  });
});

describe('answers that are no page', () => {
  it('load nothing', async () => {
    for (const url of ['/api/nothing', '/health/live', '/assets/main.a1b2c3d4.js']) {
      expect((await get(url)).headers['content-security-policy']).toMatch(/^default-src 'none'; base-uri 'none'/u);
    }
    expect((await get('/api/nothing')).headers['cache-control']).toBe('no-store');
  });

  it('but the API’s documentation loads its own, from here only', async () => {
    const { statusCode, headers, body } = await get('/api/docs');
    const policy = String(headers['content-security-policy']);
    expect([statusCode, policy.includes("script-src 'self';")]).toEqual([200, true]);
    expect(policy).not.toMatch(/https?:|\*/u);
    // Scripts in place would be stopped by that policy.
    expect(body).not.toMatch(/<script>\s*[^<\s]/u);
  });
});
