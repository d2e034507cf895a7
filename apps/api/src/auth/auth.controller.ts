import { randomUUID } from 'node:crypto';
import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type z } from 'zod';
import { changePasswordBodySchema, signedInSchema, signInBodySchema } from '#contracts';
import { Act, ownContext } from '#engine';
import { Accounts, Sessions } from '#identity';
import { TaizhangError } from '#platform';
import { checked } from '../errors/invalid-request';
import { Documented } from '../openapi/documented';
import { type Caller, CurrentCaller } from './caller';
import { BeforePasswordChange, Public } from './public';
import { clearSessionCookie, SESSION_COOKIE, setSessionCookie } from './session-cookie';

/** Signing in and out, and one's own account. */
@ApiTags('登录')
@Controller()
export class AuthController {
  constructor(
    private readonly sessions: Sessions,
    private readonly accounts: Accounts,
    private readonly bus: CommandBus,
  ) {}

  @Public()
  @Post('sign-in')
  @Documented({ operation: 'session.sign-in', summary: '登录', body: signInBodySchema, answer: signedInSchema })
  async signIn(
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<z.infer<typeof signedInSchema>> {
    const { loginName, password } = checked(signInBodySchema, body);
    const origin = { clientAddress: request.ip, userAgent: request.headers['user-agent'] ?? '' };
    const result = await this.sessions.signIn(loginName, password, origin);
    if (!result.signedIn) throw new TaizhangError(result.code, result.message);
    setSessionCookie(request, reply, result.token);
    return { mustChangePassword: result.session.account.mustChangePassword };
  }

  @BeforePasswordChange()
  @Post('sign-out')
  @Documented({ operation: 'session.sign-out', summary: '退出登录', status: 204 })
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const cookie = request.cookies[SESSION_COOKIE];
    if (cookie) await this.sessions.signOut(cookie);
    clearSessionCookie(reply);
  }

  @BeforePasswordChange()
  @Post('me/password')
  @Documented({ operation: 'me.change-password', summary: '修改口令', body: changePasswordBodySchema, status: 204 })
  async changePassword(@CurrentCaller() { actor, sessionId }: Caller, @Body() body: unknown): Promise<void> {
    const passwords = checked(changePasswordBodySchema, body);
    const kept = sessionId === null ? {} : { keepSessionId: sessionId };
    const { accountId } = actor;
    await this.accounts.changePassword({ accountId, ...passwords, ...kept });
    const command = { type: 'account.note-password', data: {} } as const;
    await this.bus.execute(new Act({ aggregate: 'account', id: accountId, command }, ownContext(randomUUID())));
  }
}
