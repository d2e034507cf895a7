import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyReply } from 'fastify';
import { TaizhangError } from '#platform';
import { type ErrorFilter } from '../errors/error.filter';
import { type HttpLimits } from './http-limits';

/** Streams of open pages stay open for hours and have limits of their own. */
const STREAMS: ReadonlySet<string> = new Set(['/api/live']);
/** Whoever watches over the process is answered whatever goes on. */
const WATCHED = /^\/(?:health(?:\/|$)|metrics$)/u;

/** Refuses what is more than the process answers soon: what it has begun is ended first. */
export function keepCrowdOut(app: NestFastifyApplication, errors: ErrorFilter, { requests }: HttpLimits): void {
  const underway = new Turnstile(requests);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, reply, done) => {
      const route = request.routeOptions.url ?? '';
      if (STREAMS.has(route) || WATCHED.test(route) || underway.letIn(reply)) {
        done();
        return;
      }
      void reply.header('retry-after', '1');
      errors.answer(tooBusy(), request, reply);
    });
}

/** Counts those who are inside, each until its answer is sent or its connection is gone. */
export class Turnstile {
  private inside = 0;

  constructor(private readonly most: number) {}

  /** @returns false when it is full */
  letIn(reply: FastifyReply): boolean {
    if (this.inside >= this.most) return false;
    this.inside += 1;
    reply.raw.once('close', () => (this.inside -= 1));
    return true;
  }
}

/** Somebody is to come again in a moment. */
export function tooBusy(): TaizhangError {
  return new TaizhangError('SERVER.BUSY', '系统正忙，本次操作没有生效，请稍等片刻后重试。');
}
