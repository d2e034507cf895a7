import {
  type CommandOf,
  CREATION_UNDERWAY,
  ENGINE_ACTOR,
  LEDGER_ACTS,
  NUMBERS_NOT_CLAIMED,
  readEvent,
  type RecordedOfType,
} from '#domain';
import { checkWhole, type EventStore } from '#event-store';
import { type CommandContext, type CommandOutcome } from '../command/command-context';
import { CommandRefused, isRefusedWith } from '../command/command-refused';
import { type CommandRunner } from '../command/command-runner';
import { derivedId } from '../command/derived-id';
import { isRefusedForGood } from '../command/final-failure';
import { askerToRecord, recordedAsker } from '../command/recorded-asker';
import { idOfStep } from '../command/step-id';
import { reactionContext } from '../reactions/reaction';
import { type States } from '../state/states';
import { numberingIdFor } from './numbering-id';

/** A ledger as it is asked for. */
export type CreateCommand = Extract<CommandOf<'ledger'>, { type: 'ledger.create' }>;
type Reserved = RecordedOfType<'numbering.reserved'>;
type Creating = NonNullable<Reserved['data']['creating']>;
type Kind = Reserved['data']['kind'];

/** Refusals that say that a reservation is settled already. */
const SETTLED_BEFORE = ['NUMBERING.NOT_CLAIMED', 'NUMBERING.IN_USE', 'COMMAND.KEY_REUSED'];

/** What the process stands on. */
export interface CreateLedgerParts {
  readonly store: EventStore;
  readonly states: States;
  readonly runner: CommandRunner;
}

/**
 * Creating a ledger touches three streams, since its code and its closing prefix are the only ones of the installation: the code
 * is reserved, then the prefix; the code is made the ledger's for good, the ledger is created, and the prefix is its own too. The
 * code's stream alone decides: once the code is used nothing is given back, and once it is given back nothing is created. The
 * request does all of it; the reaction does the rest again after a crash, with the same ids, so that no number stays reserved
 * for a ledger that never comes.
 */
export class CreateLedgerProcess {
  constructor(private readonly parts: CreateLedgerParts) {}

  /** Creates a ledger from beginning to end. @throws CommandRefused LEDGER.CODE_TAKEN, LEDGER.PREFIX_TAKEN and what else forbids it */
  async run(id: string | null, command: CreateCommand, context: CommandContext): Promise<CommandOutcome> {
    const ledgerId = idOfStep({ aggregate: 'ledger', id, command }, context);
    try {
      // Refused for want of numbers only where all else allows it; a repetition is answered as the first time.
      return await this.parts.runner.run({ aggregate: 'ledger', id: ledgerId, command }, context);
    } catch (error) {
      if (!isRefusedWith(error, NUMBERS_NOT_CLAIMED.code)) throw error;
    }
    return this.finish(await this.reserveCode(ledgerId, command, context));
  }

  /**
   * Goes on from the reservation of the code.
   * @throws CommandRefused when the ledger was not created, its numbers being free again then; LEDGER.CREATION_UNDERWAY when another
   * process goes on with it: the same is to be tried again
   */
  async finish(reserved: Reserved): Promise<CommandOutcome> {
    const creating = creatingOf(reserved);
    await this.reservePrefix(reserved, creating);
    await this.useCode(reserved, creating);
    const outcome = await this.create(reserved, creating);
    await this.settle(reserved, 'closing-prefix', { type: 'numbering.use' }, 'settle');
    return outcome;
  }

  /** Sets the code aside. An earlier reservation of this very command is gone on with; one of another command gives way. */
  private async reserveCode(
    ledgerId: string,
    { data: asked }: CreateCommand,
    context: CommandContext,
  ): Promise<Reserved> {
    const { runner, states } = this.parts;
    const number = { kind: 'code', number: asked.code } as const;
    const id = numberingIdFor(number);
    const { state, revision } = await states.of('numbering').fresh(id);
    const before = state?.holder?.ledgerId === ledgerId ? await this.reservation(id, state.holder.claimId) : null;
    if (before?.data.creating?.commandId === context.commandId) return before;
    // By the revision too: what was given back is reserved anew by the same command.
    const claimId = derivedId(context.commandId, 'claim', String(revision));
    const creating = { commandId: context.commandId, by: askerToRecord(context.actor, 'ledger.create', {}), asked };
    const data = { ...number, ledgerId, ledgerName: asked.name, claimId, creating };
    const command = { type: 'numbering.reserve', data } as const;
    await runner.run({ aggregate: 'numbering', id, command }, { ...context, commandId: claimId, actor: ENGINE_ACTOR });
    const reserved = await this.reservation(id, claimId);
    if (!reserved) throw new Error('a reservation did not record numbering.reserved');
    return reserved;
  }

  private async reservation(id: string, claimId: string): Promise<Reserved | null> {
    const { states, store } = this.parts;
    const stored = await store.readStream(states.of('numbering').stream(id));
    checkWhole(stored);
    for (const event of stored.map(readEvent)) {
      if (event.type === 'numbering.reserved' && event.data.claimId === claimId) return event;
    }
    return null;
  }

  /** Sets the prefix aside too; where another ledger has it, the code is free again. */
  private async reservePrefix(reserved: Reserved, { asked }: Creating): Promise<void> {
    const { ledgerName } = reserved.data;
    try {
      const more = { ledgerName, creating: null };
      const number = { kind: 'closing-prefix', number: asked.closingPrefix } as const;
      const data = { ...claimOf(reserved), ...number, ...more };
      const command = { type: 'numbering.reserve', data } as const;
      const context = reactionContext(reserved, ENGINE_ACTOR, 'prefix');
      await this.parts.runner.run({ aggregate: 'numbering', id: numberingIdFor(number), command }, context);
    } catch (error) {
      if (isRefusedForGood(error)) await this.release(reserved, 'code', error.message, 'settle');
      throw error;
    }
  }

  /** Makes the code the ledger's for good; where that is too late the prefix is free again. */
  private async useCode(reserved: Reserved, { asked }: Creating): Promise<void> {
    try {
      const command = {
        type: 'numbering.use',
        data: { ...claimOf(reserved), kind: 'code', number: asked.code },
      } as const;
      const context = reactionContext(reserved, ENGINE_ACTOR, 'use');
      await this.parts.runner.run({ aggregate: 'numbering', id: numberingIdFor(command.data), command }, context);
    } catch (error) {
      if (!isRefusedForGood(error)) throw error;
      await this.release(reserved, 'closing-prefix', error.message, 'settle');
      throw new CommandRefused(NUMBERS_NOT_CLAIMED);
    }
  }

  /** The same command as was asked for, under its own id, in the clerk's name. */
  private async create(reserved: Reserved, { commandId, by, asked }: Creating): Promise<CommandOutcome> {
    const { ledgerId } = reserved.data;
    const { correlationId } = reserved.metadata;
    const context = { actor: recordedAsker(by), commandId, correlationId, causationId: reserved.eventId };
    try {
      // Put together as from a request: a command is known again by the text of its body, and the log keeps the members in an order of its own.
      return await this.parts.runner.run(LEDGER_ACTS['ledger.create'].step(ledgerId, asked), context);
    } catch (error) {
      if (isRefusedForGood(error)) {
        await this.release(reserved, 'closing-prefix', error.message, 'release');
        await this.release(reserved, 'code', error.message, 'settle');
      }
      throw error;
    }
  }

  /** Gives a number back. @throws CommandRefused LEDGER.CREATION_UNDERWAY when another process has made the code the ledger's meanwhile */
  private async release(reserved: Reserved, kind: Kind, reason: string, part: string): Promise<void> {
    await this.settle(reserved, kind, { type: 'numbering.release', reason }, part);
    if (kind !== 'code') return;
    const { state } = await this.parts.states.of('numbering').fresh(numberingIdFor(numberOf(reserved, kind)));
    const ledger = await this.parts.states.of('ledger').known(reserved.data.ledgerId);
    if (state?.holder?.claimId === reserved.data.claimId && ledger.state === null) {
      throw new CommandRefused(CREATION_UNDERWAY);
    }
  }

  /** Records what became of a reservation, once: whoever comes second finds it recorded. */
  private async settle(
    reserved: Reserved,
    kind: Kind,
    how: { readonly type: 'numbering.use' } | { readonly type: 'numbering.release'; readonly reason: string },
    part: string,
  ): Promise<void> {
    const claim = { ...claimOf(reserved), ...numberOf(reserved, kind) };
    const command =
      how.type === 'numbering.use'
        ? ({ type: how.type, data: claim } as const)
        : ({ type: how.type, data: { ...claim, reason: how.reason } } as const);
    try {
      const context = reactionContext(reserved, ENGINE_ACTOR, part);
      await this.parts.runner.run({ aggregate: 'numbering', id: numberingIdFor(claim), command }, context);
    } catch (error) {
      if (!SETTLED_BEFORE.some((code) => isRefusedWith(error, code))) throw error;
    }
  }
}

function creatingOf({ data: { creating } }: Reserved): Creating {
  if (creating === null) throw new Error('the reservation of a code says for which ledger');
  return creating;
}

function claimOf({ data: { ledgerId, claimId } }: Reserved) {
  return { ledgerId, claimId };
}

function numberOf(reserved: Reserved, kind: Kind) {
  const { asked } = creatingOf(reserved);
  return { kind, number: kind === 'code' ? asked.code : asked.closingPrefix };
}
