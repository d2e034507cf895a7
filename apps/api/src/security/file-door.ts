import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyRequest } from 'fastify';
import { MAX_EVIDENCE_BYTES } from '#engine';
import { type Caller, rememberCaller } from '../auth/caller';
import { type CallerResolver } from '../auth/caller-resolver';
import { type ErrorFilter } from '../errors/error.filter';
import { tooBusy, Turnstile } from './crowd-door';
import { type HttpLimits } from './http-limits';

/** Routes whose body is a file. Held against the API's document by a test. */
export const FILE_ROUTES: ReadonlySet<string> = new Set(['/api/evidence', '/api/documents/read']);

/**
 * Asks who sends a file before a byte of it is read: nobody fills the memory of the server without a sign-in. A small rest is
 * let go by, so that a browser gets to read the refusal; of a large or endless one the connection is ended. And only so many are
 * taken at a time: each is held in memory whole.
 */
export function keepFileDoor(
  app: NestFastifyApplication,
  callers: CallerResolver,
  errors: ErrorFilter,
  { files }: HttpLimits,
): void {
  const fastify = app.getHttpAdapter().getInstance();
  const inMemory = new Turnstile(files);
  // No promise for all the others: they are many.
  fastify.addHook('onRequest', (request, reply, done) => {
    if (request.method !== 'POST' || !FILE_ROUTES.has(request.routeOptions.url ?? '')) {
      done();
      return;
    }
    const letIn = (caller: Caller): void => {
      if (!inMemory.letIn(reply)) throw tooBusy();
      rememberCaller(request, caller);
      done();
    };
    const refuse = (error: unknown): void => {
      if (!isSmall(request)) void reply.header('connection', 'close');
      errors.answer(error, request, reply);
    };
    callers.resolve(request).then(letIn).catch(refuse);
  });
}

function isSmall({ headers }: FastifyRequest): boolean {
  const length = Number(headers['content-length']);
  return length >= 0 && length <= MAX_EVIDENCE_BYTES;
}
