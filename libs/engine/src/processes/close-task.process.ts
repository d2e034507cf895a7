import {
  type ActedBy,
  type Actor,
  type CommandOf,
  dayInShanghai,
  ENGINE_ACTOR,
  NO_CLOSING_NUMBER,
  readEvent,
  type RecordedOfType,
  TASK_ACTS,
} from '#domain';
import { checkWhole, type EventStore } from '#event-store';
import { type Clock } from '#platform';
import { type CommandContext, type CommandOutcome } from '../command/command-context';
import { CommandRefused, isRefusedWith } from '../command/command-refused';
import { type CommandRunner } from '../command/command-runner';
import { isRefusedForGood, isUnrecordable } from '../command/final-failure';
import { askerToRecord, recordedAsker } from '../command/recorded-asker';
import { practiceOf } from '../facts/practice-of';
import { type ReachFinder } from '../facts/reach-finder';
import { reactionContext } from '../reactions/reaction';
import { type States } from '../state/states';

/** A closing as it is asked for. */
export type CloseCommand = Extract<CommandOf<'task'>, { type: 'task.close' }>;
type Reserved = RecordedOfType<'number.reserved'>;
type SettleCommand = Extract<CommandOf<'series'>, { type: 'number.use' | 'number.void' }>;

/** Refusals that say that the number is settled already. */
const SETTLED_BEFORE = ['SERIES.NOT_RESERVED', 'COMMAND.KEY_REUSED'];

/** What the process stands on. */
export interface CloseTaskParts {
  readonly store: EventStore;
  readonly clock: Clock;
  readonly states: States;
  readonly runner: CommandRunner;
  readonly reaches: ReachFinder;
}

/**
 * Closing touches two streams: a number is reserved in the ledger's series, then the task is closed with it, then the
 * number is recorded as used or, when this command can never close the task any more, as void with the reason. The request
 * does all of it; the reaction does the rest again after a crash, with the same ids, so that no number stays open.
 */
export class CloseTaskProcess {
  constructor(private readonly parts: CloseTaskParts) {}

  /** Closes a task from beginning to end. @throws CommandRefused when the task may not be closed */
  async run(taskId: string, command: CloseCommand, context: CommandContext): Promise<CommandOutcome> {
    const { runner } = this.parts;
    try {
      // Refused for want of a number only where all else allows it; a repetition is answered as the first time.
      return await runner.run({ aggregate: 'task', id: taskId, command }, context);
    } catch (error) {
      if (!isRefusedWith(error, NO_CLOSING_NUMBER.code)) throw error;
    }
    const { ledgerId, reserved } = await this.reserve(taskId, command, context);
    return this.finish(reserved, ledgerId);
  }

  /**
   * Goes on from a reservation.
   * @throws CommandRefused or CommandFault when the task was not closed, its number being void then. After any other error,
   * CommandRefused COMMAND.CONTENDED among them, nothing is settled: the same is to be tried again
   */
  async finish(reserved: Reserved, ledgerId: string): Promise<CommandOutcome> {
    const voided = await this.voidOf(reserved, ledgerId);
    if (voided) throw new CommandRefused({ code: 'TASK.CLOSING_VOID', message: voided.data.reason });
    const { taskId, closingNumber } = reserved.data;
    const outcome = await this.closeOrVoid(reserved, ledgerId);
    await this.settle(reserved, ledgerId, { type: 'number.use', data: { closingNumber, taskId } });
    return outcome;
  }

  /** The number is void after any failure that stays one; else it would be reserved for ever, and the task never be closed. */
  private async closeOrVoid(reserved: Reserved, ledgerId: string): Promise<CommandOutcome> {
    const { taskId, closingNumber } = reserved.data;
    try {
      return await this.close(reserved, ledgerId);
    } catch (error) {
      if (isRefusedForGood(error) || isUnrecordable(error)) {
        const data = { closingNumber, taskId, reason: error.message };
        await this.settle(reserved, ledgerId, { type: 'number.void', data });
      }
      throw error;
    }
  }

  /** Sets a number aside. The reservation has the command's own id: no other command closes the task with it. */
  private async reserve(
    taskId: string,
    { data: asked }: CloseCommand,
    context: CommandContext,
  ): Promise<{ readonly ledgerId: string; readonly reserved: Reserved }> {
    const { clock, runner, states, store } = this.parts;
    const { state } = await states.of('task').known(taskId);
    if (state === null) throw new CommandRefused(NO_CLOSING_NUMBER);
    const { ledgerId } = state;
    const by = await this.actedBy(context.actor, ledgerId);
    const on = asked.occurredOn ?? dayInShanghai(clock.now().toISOString());
    const { revision } = await runner.run(
      {
        aggregate: 'series',
        id: ledgerId,
        command: { type: 'number.reserve', data: { taskId, closing: { on, by, asked } } },
      },
      { ...context, actor: ENGINE_ACTOR },
    );
    const [stored] = await store.readStream(states.of('series').stream(ledgerId), revision, 1);
    const reserved = stored && readEvent(stored);
    if (reserved?.type !== 'number.reserved') throw new Error('a reservation did not record number.reserved');
    return { ledgerId, reserved };
  }

  /** The record that this number is void, if it is: a void number never closes a task later on. */
  private async voidOf(reserved: Reserved, ledgerId: string): Promise<RecordedOfType<'number.voided'> | null> {
    const { closingNumber } = reserved.data;
    const { states, store } = this.parts;
    const from = reserved.revision + 1;
    const later = await store.readStream(states.of('series').stream(ledgerId), from);
    checkWhole(later, from);
    for (const event of later.map(readEvent)) {
      if (event.type === 'number.voided' && event.data.closingNumber === closingNumber) return event;
    }
    return null;
  }

  /** The same command as was asked for, under its own id, in the closer's name. */
  private async close({ data, metadata, eventId }: Reserved, ledgerId: string): Promise<CommandOutcome> {
    const { taskId, closing } = data;
    const { commandId, correlationId } = metadata;
    const actor = await this.closerOf(closing.by, ledgerId);
    const context = { actor, commandId, correlationId, causationId: eventId };
    // Put together as from a request: a command is known again by the text of its body, and the log keeps the members in an order of its own.
    return this.parts.runner.run(TASK_ACTS['task.close'].step(taskId, closing.asked), context);
  }

  /** Records what became of the number, once: whoever comes second, perhaps with another reason, finds it recorded. */
  private async settle(reserved: Reserved, ledgerId: string, command: SettleCommand): Promise<void> {
    try {
      const context = reactionContext(reserved, ENGINE_ACTOR, 'settle');
      await this.parts.runner.run({ aggregate: 'series', id: ledgerId, command }, context);
    } catch (error) {
      if (!SETTLED_BEFORE.some((code) => isRefusedWith(error, code))) throw error;
    }
  }

  /** The closer as the record will name them. */
  private async actedBy(actor: Actor, ledgerId: string): Promise<ActedBy> {
    return askerToRecord(actor, 'task.close', await this.parts.reaches.complete({ ledgerId }, 'task.close'));
  }

  /** The closer as recorded with the reservation: closing was decided then, under the post held then. */
  private async closerOf(by: ActedBy, ledgerId: string): Promise<Actor> {
    return recordedAsker(by, { ledgerId, practice: (await practiceOf(this.parts.states, ledgerId)) !== null });
  }
}
