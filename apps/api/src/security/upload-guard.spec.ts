import { IncomingMessage, request } from 'node:http';
import { once } from 'node:events';
import { Body, Controller, Module, Post } from '@nestjs/common';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { z } from 'zod';
import { MAX_EVIDENCE_BYTES } from '#engine';
import { createLogger, TaizhangError } from '#platform';
import { SOMEBODY, SpecCallers } from '../../testing/spec-callers';
import { type Caller, CurrentCaller } from '../auth/caller';
import { createHttpApp } from '../http-app';
import { buildApiDocument } from '../openapi/build-api-document';
import { FILE_ROUTES } from './upload-guard';

/** Accepts the bearer token `somebody`, and fails on `broken`. */
class OneCaller extends SpecCallers {
  override async resolve({ headers }: Parameters<SpecCallers['resolve']>[0]): Promise<Caller> {
    if (headers.authorization === 'Bearer somebody') return SOMEBODY;
    if (headers.authorization === 'Bearer broken') throw new Error('the database is away');
    throw new TaizhangError('IDENTITY.NOT_SIGNED_IN', '请先登录。');
  }
}

@Controller()
class Taker {
  @Post('evidence')
  take(@Body() body: unknown, @CurrentCaller() { loginName }: Caller): object {
    return { loginName, bytes: z.instanceof(Buffer).parse(body).length };
  }
}

@Module({ controllers: [Taker] })
class TakerModule {}

describe('guardUploads', () => {
  let app: NestFastifyApplication;
  let port: number;

  beforeAll(async () => {
    const callers = new OneCaller();
    app = await createHttpApp({ module: TakerModule }, createLogger('silent'), { callers });
    await app.listen(0, '127.0.0.1');
    port = Number(new URL(await app.getUrl()).port);
  });
  afterAll(() => app.close());

  /** Announces a file, sends what is given of it, and waits for the answer. */
  async function announces(headers: Record<string, string>, part = '') {
    const options = { host: '127.0.0.1', port, method: 'POST', path: '/api/evidence', agent: false };
    const type = { 'content-type': 'application/octet-stream' };
    const sending = request({ ...options, headers: { ...type, ...headers } });
    sending.on('error', () => undefined);
    sending.flushHeaders();
    if (part !== '') sending.write(part);
    const [response] = z.tuple([z.instanceof(IncomingMessage)]).parse(await once(sending, 'response'));
    let text = '';
    for await (const piece of response.setEncoding('utf8')) text += z.string().parse(piece);
    sending.destroy();
    const { statusCode, headers: answered } = response;
    return { status: statusCode, connection: answered.connection, body: z.looseObject({}).parse(JSON.parse(text)) };
  }

  it('refuses the file of a stranger before a byte of it has come', async () => {
    const { status, body } = await announces({ 'content-length': '1000000' });
    expect([status, body]).toMatchObject([401, { code: 'IDENTITY.NOT_SIGNED_IN', message: '请先登录。' }]);
  });

  it('ends the connection of a stranger whose file is large or endless', async () => {
    const large = String(MAX_EVIDENCE_BYTES + 1);
    expect(await announces({ 'content-length': large })).toMatchObject({ status: 401, connection: 'close' });
    const endless = await announces({ 'transfer-encoding': 'chunked' }, 'PDF');
    expect(endless).toMatchObject({ status: 401, connection: 'close' });
  });

  it('refuses the file with SERVER.FAILED when the caller cannot be resolved, and does not show the fault', async () => {
    const { status, body } = await announces({ 'content-length': '3', authorization: 'Bearer broken' });
    expect([status, body['code']]).toEqual([500, 'SERVER.FAILED']);
    expect(JSON.stringify(body)).not.toContain('database');
  });

  it('accepts the file of somebody signed in', async () => {
    const answer = await announces({ 'content-length': '3', authorization: 'Bearer somebody' }, 'PDF');
    expect([answer.status, answer.body]).toEqual([201, { loginName: 'somebody', bytes: 3 }]);
  });

  it('covers every route that takes a file', async () => {
    const bodies = z.object({ content: z.record(z.string(), z.unknown()) }).optional();
    const operations = z.record(z.string(), z.object({ requestBody: bodies }));
    const { paths } = z.object({ paths: z.record(z.string(), operations) }).parse(await buildApiDocument());
    const taking = Object.entries(paths).filter(([, methods]) =>
      Object.values(methods).some(({ requestBody }) =>
        Object.keys(requestBody?.content ?? {}).some((type) => type !== 'application/json'),
      ),
    );
    expect(taking.map(([path]) => path).sort()).toEqual([...FILE_ROUTES].sort());
  });
});
