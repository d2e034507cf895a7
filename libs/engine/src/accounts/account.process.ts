import { type CommandOf } from '#domain';
import { type Accounts } from '#identity';
import { type CommandContext, type CommandOutcome } from '../command/command-context';
import { type CommandRunner } from '../command/command-runner';
import { type States } from '../state/states';

/** Whether an account may be used. */
export type SwitchCommand = Extract<CommandOf<'account'>, { type: 'account.disable' | 'account.enable' }>;

/** What the process asks of identity. */
export type AccountSwitch = Pick<Accounts, 'existingAccount' | 'disableAccount' | 'enableAccount'>;

/**
 * Disabling and enabling touch the log and identity: the log first, so that nothing is done that is not on record. Identity is then brought
 * to what the log says, also where there was nothing new to record: whoever meets a failure in between asks again.
 */
export class AccountProcess {
  constructor(
    private readonly runner: CommandRunner,
    private readonly states: States,
    private readonly accounts: AccountSwitch,
  ) {}

  /** @throws IDENTITY.ACCOUNT_UNKNOWN; CommandRefused by the rules of the act */
  async run(accountId: string, command: SwitchCommand, context: CommandContext): Promise<CommandOutcome> {
    await this.accounts.existingAccount(accountId);
    const outcome = await this.runner.run({ aggregate: 'account', id: accountId, command }, context);
    const { state } = await this.states.of('account').fresh(accountId);
    if (state?.disabled === true) await this.accounts.disableAccount(accountId);
    else await this.accounts.enableAccount(accountId);
    return outcome;
  }
}
