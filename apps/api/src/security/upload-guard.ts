import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyRequest } from 'fastify';
import { MAX_EVIDENCE_BYTES } from '#engine';
import { type Caller, rememberCaller } from '../auth/caller';
import { type CallerResolver } from '../auth/caller-resolver';
import { type ErrorFilter } from '../errors/error.filter';
import { tooBusy, RequestCounter } from './request-limiter';
import { type HttpLimits } from './http-limits';

/** Routes whose body is a file. A test compares them with the OpenAPI document. */
export const FILE_ROUTES: ReadonlySet<string> = new Set(['/api/evidence', '/api/documents/read']);

/**
 * Checks who sends a file before its body is read, so that nobody can fill the memory of the server without a sign-in. After a
 * refusal the connection is ended if the body is large or endless; a small body is read to its end, since a browser shows the
 * refusal only then. At most `files` uploads are accepted at a time, because each is held in memory whole.
 */
export function guardUploads(
  app: NestFastifyApplication,
  callers: CallerResolver,
  errors: ErrorFilter,
  { files }: HttpLimits,
): void {
  const fastify = app.getHttpAdapter().getInstance();
  const inMemory = new RequestCounter(files);
  // A callback and no async hook: the many other requests should not pay for a promise.
  fastify.addHook('onRequest', (request, reply, done) => {
    if (request.method !== 'POST' || !FILE_ROUTES.has(request.routeOptions.url ?? '')) {
      done();
      return;
    }
    const accept = (caller: Caller): void => {
      if (!inMemory.admit(reply)) throw tooBusy();
      rememberCaller(request, caller);
      done();
    };
    const refuse = (error: unknown): void => {
      if (!isSmall(request)) void reply.header('connection', 'close');
      errors.answer(error, request, reply);
    };
    callers.resolve(request).then(accept).catch(refuse);
  });
}

function isSmall({ headers }: FastifyRequest): boolean {
  const length = Number(headers['content-length']);
  return length >= 0 && length <= MAX_EVIDENCE_BYTES;
}
