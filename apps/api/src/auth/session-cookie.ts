import { type FastifyReply, type FastifyRequest } from 'fastify';

/** The name of the session cookie. */
export const SESSION_COOKIE = 'taizhang_session';

/** Sets the session cookie: not readable by scripts, not sent along from other sites, over TLS only where there is TLS. */
export function setSessionCookie(request: FastifyRequest, reply: FastifyReply, token: string): void {
  const secure = request.protocol === 'https';
  void reply.setCookie(SESSION_COOKIE, token, { httpOnly: true, sameSite: 'strict', path: '/', secure });
}

/** Takes the session cookie away. */
export function clearSessionCookie(reply: FastifyReply): void {
  void reply.clearCookie(SESSION_COOKIE, { path: '/' });
}
