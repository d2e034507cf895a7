import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type FastifyRequest } from 'fastify';
import { type ApiTokens, type ResolvedAccount, type Sessions } from '#identity';
import { TaizhangError } from '#platform';
import { ActorDirectory } from './actor-directory';
import { type Caller, rememberCaller } from './caller';
import { ROUTE_MARKS } from './public';
import { SESSION_COOKIE } from './session-cookie';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Lets a request in when a session cookie or an API token says who sends it. A cookie alone does not carry a writing
 * request that a browser reports as coming from another site.
 */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
    private readonly apiTokens: ApiTokens,
    private readonly directory: ActorDirectory,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean>(ROUTE_MARKS.PUBLIC, targets)) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const caller = await this.resolve(request);
    const open = this.reflector.getAllAndOverride<boolean>(ROUTE_MARKS.BEFORE_PASSWORD_CHANGE, targets);
    if (caller.mustChangePassword && !open) {
      throw new TaizhangError('IDENTITY.PASSWORD_CHANGE_DUE', '当前口令是初始口令，请先修改口令再办理其他事项。');
    }
    rememberCaller(request, caller);
    return true;
  }

  private async resolve(request: FastifyRequest): Promise<Caller> {
    const { authorization } = request.headers;
    if (authorization?.startsWith('Bearer ')) return this.byToken(authorization.slice('Bearer '.length), request.id);
    const cookie = request.cookies[SESSION_COOKIE];
    if (!cookie) throw new TaizhangError('IDENTITY.NOT_SIGNED_IN', '请先登录。');
    refuseForeignOrigin(request);
    const resolution = await this.sessions.resolveSession(cookie);
    if (!resolution.found) throw new TaizhangError(resolution.code, resolution.message);
    const { account, sessionId } = resolution.session;
    return this.callerFor(account, sessionId, request.id);
  }

  private async byToken(secret: string, correlationId: string): Promise<Caller> {
    const resolution = await this.apiTokens.resolveToken(secret);
    if (!resolution.found) throw new TaizhangError(resolution.code, resolution.message);
    return this.callerFor(resolution.token.account, null, correlationId);
  }

  private async callerFor(account: ResolvedAccount, sessionId: string | null, correlationId: string): Promise<Caller> {
    const { accountId, displayName, loginName, mustChangePassword } = account;
    const posts = await this.directory.postsOf(accountId);
    return { actor: { accountId, name: displayName, posts }, loginName, sessionId, mustChangePassword, correlationId };
  }
}

function refuseForeignOrigin({ method, headers }: FastifyRequest): void {
  if (SAFE_METHODS.has(method)) return;
  const site = headers['sec-fetch-site'];
  if (site === undefined || site === 'same-origin' || site === 'none') return;
  throw new TaizhangError('REQUEST.FOREIGN_ORIGIN', '该请求来自其他网站，已被拒绝，请在本系统页面中操作。');
}
