import { Body, Controller, Get, Headers, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { accountListSchema, accountSchema, accountWithPasswordSchema, createAccountBodySchema } from '#contracts';
import { idSchema } from '#domain';
import { derivedId } from '#engine';
import { type Account, Accounts, IDENTITY_LIMITS } from '#identity';
import { type Clock } from '#platform';
import { type Caller, CurrentCaller } from '../auth/caller';
import { PermissionCheck } from '../auth/permission-check';
import { commandIdOf } from '../commands/command-id';
import { checked } from '../errors/invalid-request';
import { Documented } from '../openapi/documented';
import { CLOCK } from '../tokens';

const accountParams = z.object({ id: idSchema });

type ShownAccount = z.infer<typeof accountSchema>;
type AccountWithPassword = z.infer<typeof accountWithPasswordSchema>;

/** Accounts of people, for the system administrator. What they may do is another matter: see posts. */
@ApiTags('账号')
@Controller('accounts')
export class AccountsController {
  constructor(
    private readonly accounts: Accounts,
    private readonly permissions: PermissionCheck,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Documented({
    operation: 'account.create',
    summary: '建立账号，答复中含一次性口令',
    body: createAccountBodySchema,
    answer: accountWithPasswordSchema,
    repeatable: true,
    status: 201,
  })
  async create(
    @CurrentCaller() caller: Caller,
    @Headers('idempotency-key') key: string | undefined,
    @Body() body: unknown,
  ): Promise<AccountWithPassword> {
    await this.permissions.require(caller, 'account.create');
    const names = checked(createAccountBodySchema, body);
    const accountId = derivedId('account', commandIdOf(caller, key));
    const { account, oneTimePassword } = await this.accounts.createAccount({ accountId, ...names });
    return { ...this.shown(account), oneTimePassword };
  }

  @Get()
  @Documented({ operation: 'account.list', summary: '账号列表', answer: accountListSchema })
  async list(@CurrentCaller() caller: Caller): Promise<z.infer<typeof accountListSchema>> {
    await this.permissions.require(caller, 'account.list');
    const all: Account[] = [];
    let page: readonly Account[];
    do {
      const after = all.at(-1)?.loginName;
      page = await this.accounts.listAccounts(after === undefined ? {} : { after });
      all.push(...page);
    } while (page.length === IDENTITY_LIMITS.pageMax);
    return { accounts: all.map((account) => this.shown(account)) };
  }

  @Post(':id/reset-password')
  @Documented({
    operation: 'account.reset-password',
    summary: '重置口令，答复中含一次性口令',
    params: accountParams,
    answer: accountWithPasswordSchema,
  })
  async resetPassword(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<AccountWithPassword> {
    await this.permissions.require(caller, 'account.reset-password');
    const { account, oneTimePassword } = await this.accounts.resetPassword(id);
    return { ...this.shown(account), oneTimePassword };
  }

  @Post(':id/disable')
  @Documented({ operation: 'account.disable', summary: '停用账号', params: accountParams, answer: accountSchema })
  async disable(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<ShownAccount> {
    await this.permissions.require(caller, 'account.disable');
    return this.shown(await this.accounts.disableAccount(id));
  }

  @Post(':id/enable')
  @Documented({ operation: 'account.enable', summary: '启用账号', params: accountParams, answer: accountSchema })
  async enable(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<ShownAccount> {
    await this.permissions.require(caller, 'account.enable');
    return this.shown(await this.accounts.enableAccount(id));
  }

  /** A lock that has run out is none, though its end is kept until the next sign-in. */
  private shown(account: Account): ShownAccount {
    const { accountId, loginName, displayName, mustChangePassword, disabledAt, lockedUntil } = account;
    const disabled = disabledAt !== null;
    const locked = lockedUntil !== null && lockedUntil > this.clock.now();
    return { accountId, loginName, displayName, mustChangePassword, disabled, locked };
  }
}
