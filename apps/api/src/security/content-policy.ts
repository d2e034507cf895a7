import { type NestFastifyApplication } from '@nestjs/platform-fastify';

/** What everything forbids that is not one of the pages below: an answer of the API is data and loads nothing. */
const NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * Pages that others wrote and that style themselves in place. They load only what this server has, and nothing of the
 * console's own page is loosened for them.
 */
const FOREIGN_PAGE = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ');

/** Addresses under which such pages stand. */
const FOREIGN_PAGES = /^\/api\/(?:docs|system\/queues)(?:[/?]|$)/u;

/** The policy of a page of our own: scripts and styles from this server, or marked with this answer's nonce. */
export function pagePolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ');
}

/** Gives every answer a policy, and those of the API no leave to be kept, before anything answers; a page sets its own over it. */
export function setContentPolicy(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('content-security-policy', FOREIGN_PAGES.test(request.url) ? FOREIGN_PAGE : NOTHING);
    // What the ledgers hold stays in no cache; files that others may keep say so themselves.
    if (request.url.startsWith('/api/')) void reply.header('cache-control', 'no-store');
    done();
  });
}
