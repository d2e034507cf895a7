import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyReply } from 'fastify';
import { TaizhangError } from '#platform';
import { type ErrorFilter } from '../errors/error.filter';
import { type HttpLimits } from './http-limits';

/** Not counted: the live stream of an open page lasts for hours and has a limit of its own. */
const UNCOUNTED: ReadonlySet<string> = new Set(['/api/live']);
/** Never refused: health checks and metrics have to work under load. */
const MONITORING = /^\/(?:health(?:\/|$)|metrics$)/u;

/** Load shedding: answers 503 once `requests` are in flight, so that those are finished soon. */
export function limitRequests(app: NestFastifyApplication, errors: ErrorFilter, { requests }: HttpLimits): void {
  const inFlight = new RequestCounter(requests);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, reply, done) => {
      const route = request.routeOptions.url ?? '';
      if (UNCOUNTED.has(route) || MONITORING.test(route) || inFlight.admit(reply)) {
        done();
        return;
      }
      void reply.header('retry-after', '1');
      errors.answer(tooBusy(), request, reply);
    });
}

/** Counts requests in flight, each until its answer is sent or its connection is gone. */
export class RequestCounter {
  private inFlight = 0;

  constructor(private readonly limit: number) {}

  /** Counts a request. @returns false, without counting it, when the limit is reached */
  admit(reply: FastifyReply): boolean {
    if (this.inFlight >= this.limit) return false;
    this.inFlight += 1;
    reply.raw.once('close', () => (this.inFlight -= 1));
    return true;
  }
}

/** The refusal of a request that may be sent again in a moment. */
export function tooBusy(): TaizhangError {
  return new TaizhangError('SERVER.BUSY', '系统正忙，本次操作没有生效，请稍等片刻后重试。');
}
