import { Body, Controller, Get, Headers, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import {
  accountListSchema,
  type accountSchema,
  accountWithPasswordSchema,
  createAccountBodySchema,
  resetPasswordAnswerSchema,
  resetPasswordBodySchema,
} from '#contracts';
import { idSchema } from '#domain';
import { Act, derivedId } from '#engine';
import { type Account, Accounts } from '#identity';
import { type Clock } from '#platform';
import { type Caller, CurrentCaller } from '../auth/caller';
import { PermissionCheck } from '../auth/permission-check';
import { commandContext } from '../commands/command-context';
import { commandIdOf } from '../commands/command-id';
import { checked } from '../errors/invalid-request';
import { Documented } from '../openapi/documented';
import { allAccounts } from './all-accounts';
import { CLOCK } from '../tokens';

const accountParams = z.object({ id: idSchema });

type ShownAccount = z.infer<typeof accountSchema>;
type ResetAnswer = z.infer<typeof resetPasswordAnswerSchema>;
type AccountWithPassword = z.infer<typeof accountWithPasswordSchema>;

/** Accounts of people, for the system administrator. What they may do is another matter: see posts. */
@ApiTags('账号')
@Controller('accounts')
export class AccountsController {
  constructor(
    private readonly accounts: Accounts,
    private readonly permissions: PermissionCheck,
    private readonly bus: CommandBus,
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
    const names = checked(createAccountBodySchema, body);
    const accountId = derivedId('account', commandIdOf(caller, key));
    const command = { type: 'account.create', data: {} } as const;
    return this.permissions.allow(caller, async (current) => {
      await this.permissions.require(current, 'account.create');
      const { account, oneTimePassword } = await this.accounts.createAccount({ accountId, ...names });
      // Nobody has seen the password before it is on record who made the account.
      await this.bus.execute(new Act({ aggregate: 'account', id: accountId, command }, commandContext(current, key)));
      return { ...this.shown(account), oneTimePassword };
    });
  }

  @Get()
  @Documented({ operation: 'account.list', summary: '账号列表', answer: accountListSchema })
  async list(@CurrentCaller() caller: Caller): Promise<z.infer<typeof accountListSchema>> {
    await this.permissions.require(caller, 'account.list');
    return { accounts: (await allAccounts(this.accounts)).map((account) => this.shown(account)) };
  }

  /**
   * The record first: a password is only given out that the log says was reset. Of an account with a guarded role it says so when a second
   * administrator has approved; until then the answer is that it waits. It takes no key: a repetition would give out a second password.
   */
  @Post(':id/reset-password')
  @Documented({
    operation: 'account.reset-password',
    summary: '重置口令，答复中含一次性口令；须经另一名管理员复核的，先申请复核，同意后再次办理时给出',
    params: accountParams,
    body: resetPasswordBodySchema,
    answer: resetPasswordAnswerSchema,
  })
  async resetPassword(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<ResetAnswer> {
    const accountId = checked(idSchema, id);
    const command = { type: 'account.reset-password', data: checked(resetPasswordBodySchema, body) } as const;
    const { events, position } = await this.permissions.allow(caller, async (current) => {
      await this.permissions.require(current, 'account.reset-password');
      await this.accounts.existingAccount(accountId);
      return this.bus.execute(
        new Act({ aggregate: 'account', id: accountId, command }, commandContext(current, undefined)),
      );
    });
    if (!events.includes('account.password-reset')) {
      return {
        ...this.shown(await this.accounts.existingAccount(accountId)),
        oneTimePassword: null,
        waiting: true,
        position,
      };
    }
    const { account, oneTimePassword } = await this.accounts.resetPassword(accountId);
    return { ...this.shown(account), oneTimePassword, waiting: false, position };
  }

  /** A lock that has run out is none, though its end is kept until the next sign-in. */
  private shown(account: Account): ShownAccount {
    const { accountId, loginName, displayName, mustChangePassword, disabledAt, lockedUntil } = account;
    const disabled = disabledAt !== null;
    const locked = lockedUntil !== null && lockedUntil > this.clock.now();
    return { accountId, loginName, displayName, mustChangePassword, disabled, locked };
  }
}
