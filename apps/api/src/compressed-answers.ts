import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { type FastifyInstance } from 'fastify';

const compress = promisify(gzip);

/** Shorter answers fit into a few packets as they are. Characters. */
const SHORTEST = 4_096;

const TAKES_GZIP = /(?:^|,)\s*gzip\s*(?:,|;(?!\s*q=0(?:\.0+)?\s*(?:,|$))|$)/iu;

/**
 * Sends long JSON answers compressed: a page of tasks is a tenth as long, which a slow line feels; at the quickest level, for the
 * answer waits for it. The usual plugin leads every answer through a chain of streams, which costs a list more than the rest
 * of its way through HTTP; a text that is there as a whole is compressed in one call.
 */
export function compressAnswers(fastify: FastifyInstance): void {
  fastify.addHook('onSend', async (request, reply, payload) => {
    if (typeof payload !== 'string' || payload.length < SHORTEST || reply.hasHeader('content-encoding')) return payload;
    if (!String(reply.getHeader('content-type')).startsWith('application/json')) return payload;
    void reply.header('vary', 'accept-encoding');
    if (!TAKES_GZIP.test(request.headers['accept-encoding'] ?? '')) return payload;
    const compressed = await compress(payload, { level: 1 });
    void reply.header('content-encoding', 'gzip').removeHeader('content-length');
    return compressed;
  });
}
