import {
  type AccountState,
  type CommandOf,
  DEPARTURE_NOT_BEGUN,
  ENGINE_ACTOR,
  readEvent,
  type RecordedOfType,
} from '#domain';
import { checkWhole, type EventStore } from '#event-store';
import { type Accounts } from '#identity';
import { type CommandContext, type CommandOutcome } from '../command/command-context';
import { CommandRefused, isRefusedWith } from '../command/command-refused';
import { type CommandRunner } from '../command/command-runner';
import { isRefusedForGood, isUnrecordable } from '../command/final-failure';
import { askerToRecord, recordedAsker } from '../command/recorded-asker';
import { reactionContext } from '../reactions/reaction';
import { type States } from '../state/states';
import { DEPARTURES } from './departures-id';

/** What the process carries out: whatever concerns identity, or can take an administrator away. */
export type AccountCommand = Extract<
  CommandOf<'account'>,
  { type: 'account.disable' | 'account.enable' | 'account.revoke-post' }
>;
type LeavingCommand = Exclude<AccountCommand, { type: 'account.enable' }>;
type Begun = RecordedOfType<'departure.begun'>;

/** Refusals that say that a departure is settled already. */
const SETTLED_BEFORE = ['DEPARTURE.NOT_UNDERWAY', 'COMMAND.KEY_REUSED'];

/** What the process asks of identity. */
export type AccountSwitch = Pick<Accounts, 'existingAccount' | 'disableAccount' | 'enableAccount'>;

/** What the process stands on. */
export interface AccountProcessParts {
  readonly store: EventStore;
  readonly states: States;
  readonly runner: CommandRunner;
  readonly accounts: AccountSwitch;
}

/**
 * Disabling and revoking an administrator's post touch two streams, for somebody able has to stay: the departure is begun where all of them
 * meet, then the account's own stream is written, then the departure ends, done or refused. Two at the same moment are thereby decided one
 * after the other. The request does all of it; the reaction does the rest again after a crash, with the same ids.
 *
 * Disabling and enabling touch identity too: the log first, so that nothing is done that is not on record. Identity is then brought to what
 * the log says, also where there was nothing new to record: whoever meets a failure in between asks again.
 */
export class AccountProcess {
  constructor(private readonly parts: AccountProcessParts) {}

  /** @throws IDENTITY.ACCOUNT_UNKNOWN; CommandRefused by the rules of the act */
  async run(accountId: string, command: AccountCommand, context: CommandContext): Promise<CommandOutcome> {
    if (command.type !== 'account.revoke-post') await this.parts.accounts.existingAccount(accountId);
    try {
      const outcome = await this.parts.runner.run({ aggregate: 'account', id: accountId, command }, context);
      await this.tellIdentity(accountId, command);
      return outcome;
    } catch (error) {
      if (command.type === 'account.enable' || !isRefusedWith(error, DEPARTURE_NOT_BEGUN.code)) throw error;
      return this.finish(await this.begin(accountId, command, context));
    }
  }

  /**
   * Goes on from a departure that was begun.
   * @throws CommandRefused or CommandFault when the administrator did not leave, which is then recorded. After any other error nothing is
   * settled: the same is to be tried again
   */
  async finish(begun: Begun): Promise<CommandOutcome> {
    const refused = await this.refusalOf(begun);
    if (refused !== null) throw new CommandRefused({ code: 'ACCOUNT.DEPARTURE_REFUSED', message: refused });
    const command = commandOf(begun);
    const outcome = await this.leave(begun, command);
    await this.tellIdentity(begun.data.accountId, command);
    await this.end(begun, null);
    return outcome;
  }

  /** Begins the departure under the command's own id: no other command goes on under it. @throws CommandRefused ACCOUNT.LAST_ADMINISTRATOR */
  private async begin(accountId: string, command: LeavingCommand, context: CommandContext): Promise<Begun> {
    const { runner, states, store } = this.parts;
    const { state } = await states.of('account').fresh(accountId);
    const data = {
      accountId,
      role: roleOf(command, state),
      leaving:
        command.type === 'account.disable'
          ? ({ act: command.type } as const)
          : ({ act: command.type, ...command.data } as const),
      by: askerToRecord(context.actor, command.type, {}),
    };
    const { revision } = await runner.run(
      { aggregate: 'departure', id: DEPARTURES, command: { type: 'departure.begin', data } },
      { ...context, actor: ENGINE_ACTOR },
    );
    const [stored] = await store.readStream(states.of('departure').stream(DEPARTURES), revision, 1);
    const begun = stored && readEvent(stored);
    if (begun?.type !== 'departure.begun') throw new Error('a departure did not record departure.begun');
    return begun;
  }

  /** The same command as was asked for, under its own id, in the name of who asked. A departure that cannot happen any more ends with the reason. */
  private async leave(begun: Begun, command: LeavingCommand): Promise<CommandOutcome> {
    const { accountId, by } = begun.data;
    const { commandId, correlationId } = begun.metadata;
    const context = { actor: recordedAsker(by), commandId, correlationId, causationId: begun.eventId };
    try {
      return await this.parts.runner.run({ aggregate: 'account', id: accountId, command }, context);
    } catch (error) {
      if (isRefusedForGood(error) || isUnrecordable(error)) await this.end(begun, error.message);
      throw error;
    }
  }

  /** Why this departure did not happen, if it is recorded so: it never does later on. */
  private async refusalOf({ revision, metadata }: Begun): Promise<string | null> {
    const { states, store } = this.parts;
    const later = await store.readStream(states.of('departure').stream(DEPARTURES), revision + 1);
    checkWhole(later, revision + 1);
    for (const event of later.map(readEvent)) {
      if (event.type === 'departure.ended' && event.data.commandId === metadata.commandId) return event.data.refused;
    }
    return null;
  }

  /** Records how a departure ended, once: whoever comes second finds it recorded. */
  private async end(begun: Begun, refused: string | null): Promise<void> {
    const { accountId } = begun.data;
    const data = { accountId, commandId: begun.metadata.commandId, refused };
    const command = { type: 'departure.end', data } as const;
    try {
      const context = reactionContext(begun, ENGINE_ACTOR, 'end');
      await this.parts.runner.run({ aggregate: 'departure', id: DEPARTURES, command }, context);
    } catch (error) {
      if (!SETTLED_BEFORE.some((code) => isRefusedWith(error, code))) throw error;
    }
  }

  /** Looks at the log again afterwards: an enabling in between had been undone in identity by whoever had read the log before it. */
  private async tellIdentity(accountId: string, { type }: AccountCommand): Promise<void> {
    if (type === 'account.revoke-post') return;
    let told: boolean | null = null;
    let disabled = await this.isDisabled(accountId);
    while (told !== disabled) {
      if (disabled) await this.parts.accounts.disableAccount(accountId);
      else await this.parts.accounts.enableAccount(accountId);
      told = disabled;
      disabled = await this.isDisabled(accountId);
    }
  }

  private async isDisabled(accountId: string): Promise<boolean> {
    const { state } = await this.parts.states.of('account').fresh(accountId);
    return state?.disabled === true;
  }
}

function commandOf({ data: { leaving } }: Begun): LeavingCommand {
  if (leaving.act === 'account.disable') return { type: leaving.act, data: {} };
  // Put together as from a request: a command is known again by the text of its body, and the log keeps the members in an order of its own.
  return { type: leaving.act, data: { postId: leaving.postId, reason: leaving.reason } };
}

/** The administrator's role that goes; null: whatever the account has. */
function roleOf(command: LeavingCommand, state: AccountState | null): Begun['data']['role'] {
  if (command.type === 'account.disable') return null;
  const role = state?.posts.find(({ postId }) => postId === command.data.postId)?.role;
  return role === 'system-administrator' || role === 'security-administrator' ? role : null;
}
