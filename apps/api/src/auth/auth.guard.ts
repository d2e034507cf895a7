import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type FastifyRequest } from 'fastify';
import { knownCallerOf, refuseInitialPassword, rememberCaller } from './caller';
import { type CallerResolver } from './caller-resolver';
import { ROUTE_MARKS } from './public';

/** Lets a request in when a session cookie or an API token says who sends it. */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly callers: CallerResolver,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const marked = (mark: string): boolean =>
      this.reflector.getAllAndOverride<boolean | undefined>(mark, [context.getHandler(), context.getClass()]) === true;
    if (marked(ROUTE_MARKS.PUBLIC)) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const caller = knownCallerOf(request) ?? (await this.callers.resolve(request, !marked(ROUTE_MARKS.UNATTENDED)));
    if (!marked(ROUTE_MARKS.BEFORE_PASSWORD_CHANGE)) refuseInitialPassword(caller);
    rememberCaller(request, caller);
    return true;
  }
}
