import { idSchema } from '#domain';
import { Body, Controller, Delete, Get, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { createTokenBodySchema, tokenListSchema, tokenWithSecretSchema } from '#contracts';
import { type ApiToken, ApiTokens } from '#identity';
import { type Clock } from '#platform';
import { checked } from '../errors/invalid-request';
import { Documented } from '../openapi/documented';
import { CLOCK } from '../tokens';
import { type Caller, CurrentCaller } from './caller';

const DAY_MILLISECONDS = 86_400_000;

const tokenParams = z.object({ tokenId: idSchema });

/** One's own API tokens, for programs that work in one's name. */
@ApiTags('访问令牌')
@Controller('me/tokens')
export class TokensController {
  constructor(
    private readonly tokens: ApiTokens,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Documented({
    operation: 'token.create',
    summary: '建立访问令牌',
    body: createTokenBodySchema,
    answer: tokenWithSecretSchema,
    status: 201,
  })
  async create(
    @CurrentCaller() { actor }: Caller,
    @Body() body: unknown,
  ): Promise<z.infer<typeof tokenWithSecretSchema>> {
    const { name, days } = checked(createTokenBodySchema, body);
    const expiresAt = new Date(this.clock.now().getTime() + days * DAY_MILLISECONDS);
    const { token, secret } = await this.tokens.createToken({ accountId: actor.accountId, name, expiresAt });
    return { ...shown(token), secret };
  }

  @Get()
  @Documented({ operation: 'token.list', summary: '我的访问令牌', answer: tokenListSchema })
  async list(@CurrentCaller() { actor }: Caller): Promise<z.infer<typeof tokenListSchema>> {
    return { tokens: (await this.tokens.listTokens(actor.accountId)).map(shown) };
  }

  @Delete(':tokenId')
  @Documented({ operation: 'token.revoke', summary: '撤销访问令牌', params: tokenParams, status: 204 })
  async revoke(@CurrentCaller() { actor }: Caller, @Param('tokenId') tokenId: string): Promise<void> {
    await this.tokens.revokeToken({ accountId: actor.accountId, tokenId });
  }
}

function shown({
  tokenId,
  name,
  createdAt,
  expiresAt,
  lastUsedAt,
}: ApiToken): z.infer<typeof tokenListSchema>['tokens'][number] {
  return {
    tokenId,
    name,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  };
}
