import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Step } from '#domain';
import { type AccountCommand, AccountProcess } from '../accounts/account.process';
import { CloseTaskProcess } from '../processes/close-task.process';
import { CreateLedgerProcess } from '../ledgers/create-ledger.process';
import { Act } from './act';
import { type CommandOutcome } from './command-context';
import { CommandRunner } from './command-runner';

/** The one handler of all acts. Closing a task and creating a ledger touch several streams, an administrator who leaves another one, and identity knows who is disabled: they are processes; every other act goes straight to its aggregate. */
@CommandHandler(Act)
export class ActHandler implements ICommandHandler<Act> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly closing: CloseTaskProcess,
    private readonly creating: CreateLedgerProcess,
    private readonly accounts: AccountProcess,
  ) {}

  execute({ step, context }: Act): Promise<CommandOutcome> {
    const { id, command } = step;
    if (command.type === 'task.close' && id !== null) return this.closing.run(id, command, context);
    if (command.type === 'ledger.create') return this.creating.run(id, command, context);
    if (isForAccounts(command) && id !== null) return this.accounts.run(id, command, context);
    return this.runner.run(step, context);
  }
}

function isForAccounts(command: Step['command']): command is AccountCommand {
  return ['account.disable', 'account.enable', 'account.revoke-post'].includes(command.type);
}
