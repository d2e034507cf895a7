import { isDeepStrictEqual } from 'node:util';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { type Actor } from '#domain';
import { TaizhangError } from '#platform';

/** Who makes a request, as proven by a session cookie or an API token. */
export interface Caller {
  readonly actor: Actor;
  readonly loginName: string;
  /** Null for an API token. */
  readonly sessionId: string | null;
  readonly mustChangePassword: boolean;
  /** Ties together everything that follows from the request; also in its answer's header. */
  readonly correlationId: string;
}

/** True when both hold the same posts. With other posts, a caller sees other tasks and may do other acts. */
export function samePosts(one: Pick<Actor, 'posts'>, other: Pick<Actor, 'posts'>): boolean {
  return isDeepStrictEqual(one.posts, other.posts);
}

/**
 * Stops somebody whose password was given by somebody else.
 * @throws TaizhangError IDENTITY.PASSWORD_CHANGE_DUE
 */
export function refuseInitialPassword({ mustChangePassword }: Caller): void {
  if (!mustChangePassword) return;
  throw new TaizhangError('IDENTITY.PASSWORD_CHANGE_DUE', '当前口令是初始口令，请先修改口令再办理其他事项。');
}

const callers = new WeakMap<FastifyRequest, Caller>();

/** Keeps the caller of a request for as long as the request lives. */
export function rememberCaller(request: FastifyRequest, caller: Caller): void {
  callers.set(request, caller);
}

/** The caller of a request, where somebody has asked already. */
export function knownCallerOf(request: FastifyRequest): Caller | undefined {
  return callers.get(request);
}

/** The caller of a request. @throws TaizhangError IDENTITY.NOT_SIGNED_IN */
export function callerOf(request: FastifyRequest): Caller {
  const caller = callers.get(request);
  if (!caller) throw new TaizhangError('IDENTITY.NOT_SIGNED_IN', '请先登录。');
  return caller;
}

/** Parameter decorator: the caller of the request being served. */
export const CurrentCaller = createParamDecorator((_data: unknown, context: ExecutionContext): Caller =>
  callerOf(context.switchToHttp().getRequest<FastifyRequest>()),
);
