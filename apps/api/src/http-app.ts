import fastifyCookie from '@fastify/cookie';
import fastifyHelmet from '@fastify/helmet';
import { type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type QueueView } from '#deadlines';
import { MAX_EVIDENCE_BYTES } from '#engine';
import { type Logger, NestLogger } from '#platform';
import { type CallerResolver } from './auth/caller-resolver';
import { compressAnswers } from './compressed-answers';
import { serveConsole } from './console/console-files';
import { ErrorFilter } from './errors/error.filter';
import { apiDocumentOf, setApiPrefix } from './openapi/api-document';
import { serveQueueBoard } from './queues/queue-board';
import { setContentPolicy } from './security/content-policy';
import { limitRequests } from './security/request-limiter';
import { guardUploads } from './security/upload-guard';
import { HTTP_LIMITS, type HttpLimits } from './security/http-limits';

/** Largest JSON body: an import of the most tasks with long texts. Bytes. */
const MAX_JSON_BYTES = 4 * 1024 * 1024;

const CORRELATION_ID = /^[\w.:-]{1,100}$/u;

/** What an application serves besides its module. */
export interface HttpOptions {
  /** Where the console was built; without it there is none. */
  readonly consoleFolder?: string;
  /** Who sends a file is asked before it is read; without it files are read first. */
  readonly callers?: CallerResolver;
  /** Opens the queue for looking at it; without it there is no page of the queues. Goes with `callers`. */
  readonly openQueueView?: () => Promise<QueueView>;
  /** Default: {@link HTTP_LIMITS}. */
  readonly limits?: HttpLimits;
}

/** Builds the HTTP application of a module, not yet listening. */
export async function createHttpApp(
  module: DynamicModule,
  logger: Logger,
  { consoleFolder, callers, openQueueView, limits = HTTP_LIMITS }: HttpOptions = {},
): Promise<NestFastifyApplication> {
  z.config(z.locales.zhCN());
  const errors = new ErrorFilter(logger);
  const adapter = new FastifyAdapter({
    bodyLimit: MAX_JSON_BYTES,
    requestTimeout: limits.requestTimeoutMs,
    // A broken address comes to no route, but its sender is answered like everybody.
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) =>
      errors.answer(error, request, reply),
    genReqId: correlationIdOf,
    routerOptions: { maxParamLength: 200 },
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: new NestLogger(logger),
    abortOnError: false,
    // Nest would also read forms, which any web page can send; Fastify's own parser of JSON is all that is needed.
    bodyParser: false,
  });
  await app.register(fastifyCookie);
  await app.register(fastifyHelmet, { contentSecurityPolicy: false });
  compressAnswers(adapter.getInstance());
  takeFiles(app);
  correlate(app);
  setContentPolicy(app);
  letGoWhenClosing(app);
  limitRequests(app, errors, limits);
  if (callers) guardUploads(app, callers, errors, limits);
  app.useGlobalFilters(errors);
  setApiPrefix(app);
  documentApi(app);
  if (callers && openQueueView) await serveQueueBoard(app, { callers, errors, openView: openQueueView });
  if (consoleFolder !== undefined) await serveConsole(app, consoleFolder, errors);
  return app;
}

/** Bodies that are not JSON are files and come as bytes. */
function takeFiles(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MAX_EVIDENCE_BYTES + 1 }, (_request, body, done) =>
    done(null, body),
  );
  fastify.addContentTypeParser(
    'text/plain',
    { parseAs: 'buffer', bodyLimit: MAX_EVIDENCE_BYTES + 1 },
    (_request, body, done) => done(null, body),
  );
}

/**
 * Everything that a request leads to carries its id, which is also told to the client. The id is handed on by hand: an
 * asynchronous context would cost every promise of the process, a fifth of all requests in our measurements.
 */
function correlate(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-correlation-id', request.id);
    done();
  });
}

/**
 * A connection that was busy when closing began is kept open by its client for the next request, and closing would wait
 * for it until a minute of silence: it ends with the answer under way.
 */
function letGoWhenClosing(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  let closing = false;
  fastify.addHook('preClose', (done) => {
    closing = true;
    done();
  });
  fastify.addHook('onSend', (_request, reply, _payload, done) => {
    if (closing) void reply.header('connection', 'close');
    done();
  });
  // Its headers may have been written just before.
  fastify.addHook('onResponse', (_request, _reply, done) => {
    if (closing) setImmediate(() => fastify.server.closeIdleConnections());
    done();
  });
}

function correlationIdOf(request: { readonly headers: Readonly<Record<string, unknown>> }): string {
  const given = request.headers['x-correlation-id'];
  return typeof given === 'string' && CORRELATION_ID.test(given) ? given : randomUUID();
}

function documentApi(app: NestFastifyApplication): void {
  SwaggerModule.setup('api/docs', app, () => apiDocumentOf(app), {
    jsonDocumentUrl: 'api/docs/openapi.json',
    customSiteTitle: '台账接口',
  });
}
