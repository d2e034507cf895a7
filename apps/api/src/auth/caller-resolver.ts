import { type FastifyRequest } from 'fastify';
import { type ApiTokens, type Identity, type ResolvedAccount, type Sessions } from '#identity';
import { TaizhangError } from '#platform';
import { ActorDirectory, type PostReader } from './actor-directory';
import { type Caller } from './caller';
import { SESSION_COOKIE } from './session-cookie';

/** Carried by reads of a page at which nobody seems to be. */
const UNATTENDED_HEADER = 'x-taizhang-unattended';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Finds out who sends a request, by its session cookie or its API token. */
export class CallerResolver {
  constructor(
    private readonly sessions: Pick<Sessions, 'resolveSession'>,
    private readonly apiTokens: Pick<ApiTokens, 'resolveToken'>,
    private readonly directory: Pick<ActorDirectory, 'postsOf' | 'postsByTheLog' | 'forgetRevoked'>,
  ) {}

  /**
   * Who sends a request. A cookie alone does not carry a writing request that a browser reports as coming from another site.
   * @param countsAsUse false for what no person does: it does not keep a session from going idle; nor do reads of a page that
   *   says that nobody is at it
   * @throws TaizhangError IDENTITY.NOT_SIGNED_IN, IDENTITY.SESSION_ENDED, IDENTITY.TOKEN_REFUSED, REQUEST.FOREIGN_ORIGIN
   */
  async resolve(request: FastifyRequest, countsAsUse = true): Promise<Caller> {
    const { authorization } = request.headers;
    if (authorization?.startsWith('Bearer ')) return this.byToken(authorization.slice('Bearer '.length), request.id);
    const cookie = request.cookies[SESSION_COOKIE];
    if (!cookie) throw new TaizhangError('IDENTITY.NOT_SIGNED_IN', '请先登录。');
    refuseForeignOrigin(request);
    const resolution = await this.sessions.resolveSession(cookie, {
      countsAsUse: countsAsUse && !isUnattended(request),
    });
    if (!resolution.found) throw new TaizhangError(resolution.code, resolution.message);
    const { account, sessionId } = resolution.session;
    return this.callerFor(account, sessionId, request.id);
  }

  /**
   * The same caller with the posts that the log holds now.
   * @throws TaizhangError PROJECTION.BEHIND, PROJECTION.STOPPED when the tables of posts do not get that far
   */
  async withPostsByTheLog(caller: Caller): Promise<Caller> {
    const posts = await this.directory.postsByTheLog(caller.actor.accountId);
    return { ...caller, actor: { ...caller.actor, posts } };
  }

  /**
   * Returns once nobody is given a post that was revoked before this call.
   * @throws TaizhangError PROJECTION.BEHIND, PROJECTION.STOPPED when the tables of posts do not get that far
   */
  forgetRevoked(): Promise<void> {
    return this.directory.forgetRevoked();
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

/** One resolver for a process: it keeps the posts of accounts for as long as changes are heard of. */
export function callerResolverOn({ sessions, apiTokens, notify }: Identity, posts: PostReader): CallerResolver {
  return new CallerResolver(sessions, apiTokens, new ActorDirectory(posts, notify));
}

/** A page that nobody has touched for a while says so of what it reads by itself. It could only shorten its own session. */
function isUnattended({ method, headers }: FastifyRequest): boolean {
  return SAFE_METHODS.has(method) && headers[UNATTENDED_HEADER] !== undefined;
}

function refuseForeignOrigin({ method, headers }: FastifyRequest): void {
  if (SAFE_METHODS.has(method)) return;
  const site = headers['sec-fetch-site'];
  if (site === undefined || site === 'same-origin' || site === 'none') return;
  throw new TaizhangError('REQUEST.FOREIGN_ORIGIN', '该请求来自其他网站，已被拒绝，请在本系统页面中操作。');
}
