import { type CommandBus } from '@nestjs/cqrs';
import { type Actor, type DomainEvent, ENGINE_ACTOR, type Post, readEvent, type Recorded } from '#domain';
import { checkWhole, type EventStore } from '#event-store';
import { ledgerReach } from '../aggregates/practice-of';
import { SeriesAct, TaskAct } from '../command/acts';
import { type CommandOutcome } from '../command/command-context';
import { CommandRefused } from '../command/command-refused';
import { reactionContext } from '../reactions/reaction';
import { type States } from '../state/states';
import { type CloseTask } from './close-task';

type EventOfType<Type extends DomainEvent['type']> = Recorded<Extract<DomainEvent, { type: Type }>>;
type NumberReserved = EventOfType<'number.reserved'>;

/**
 * Closing touches two streams: a number is reserved in the ledger's series, then the task is closed with it, then the
 * number is recorded as used or, when the task has moved on meanwhile, as void with the reason. The request does all of
 * it; the reaction does the rest again after a crash, with the same ids, so that no number stays open.
 */
export class ClosingDesk {
  constructor(
    private readonly store: EventStore,
    private readonly states: States,
    private readonly bus: CommandBus,
  ) {}

  /** Closes a task from beginning to end. @throws CommandRefused when the task may not be closed */
  async close({ taskId, closing, context }: CloseTask): Promise<CommandOutcome> {
    const { state } = await this.states.task.known(taskId);
    if (state === null)
      throw new CommandRefused({ code: 'TASK.UNKNOWN', message: '没有找到这项任务，请核对编号或刷新台账。' });
    const { ledgerId } = state;
    const command = { type: 'number.reserve', data: { ...closing, taskId } } as const;
    const { revision } = await this.bus.execute(new SeriesAct(ledgerId, command, context));
    const [stored] = await this.store.readStream(this.states.series.stream(ledgerId), revision, 1);
    const reserved = stored && readEvent(stored);
    if (reserved?.type !== 'number.reserved') throw new Error('a reservation did not record number.reserved');
    return this.finish(reserved, ledgerId);
  }

  /** Goes on from the reservation. @throws CommandRefused when the task was not closed; its number is void then */
  async finish(reserved: NumberReserved, ledgerId: string): Promise<CommandOutcome> {
    const voided = await this.voidOf(reserved, ledgerId);
    if (voided) throw new CommandRefused({ code: 'TASK.CLOSING_VOID', message: voided.data.reason });
    try {
      const outcome = await this.closeTask(reserved, ledgerId);
      await this.settle(reserved, ledgerId, null);
      return outcome;
    } catch (error) {
      if (error instanceof CommandRefused) await this.settle(reserved, ledgerId, error);
      throw error;
    }
  }

  /** The record that this number is void, if it is: a void number never closes a task later on. */
  private async voidOf(reserved: NumberReserved, ledgerId: string): Promise<EventOfType<'number.voided'> | null> {
    const { closingNumber } = reserved.data;
    const from = reserved.revision + 1;
    const later = await this.store.readStream(this.states.series.stream(ledgerId), from);
    checkWhole(later, from);
    for (const event of later.map(readEvent)) {
      if (event.type === 'number.voided' && event.data.closingNumber === closingNumber) return event;
    }
    return null;
  }

  private async closeTask(reserved: NumberReserved, ledgerId: string): Promise<CommandOutcome> {
    const { taskId, closingNumber, closing } = reserved.data;
    const command = { type: 'task.close', data: { ...closing, closingNumber } } as const;
    const closer = closerOf(reserved, await ledgerReach(this.states, ledgerId));
    return this.bus.execute(new TaskAct(taskId, command, reactionContext(reserved, closer, 'close')));
  }

  private async settle(reserved: NumberReserved, ledgerId: string, refusal: CommandRefused | null): Promise<void> {
    const { taskId, closingNumber } = reserved.data;
    const command = refusal
      ? ({ type: 'number.void', data: { closingNumber, taskId, reason: refusal.message } } as const)
      : ({ type: 'number.use', data: { closingNumber, taskId } } as const);
    const context = reactionContext(reserved, ENGINE_ACTOR, 'settle');
    try {
      await this.bus.execute(new SeriesAct(ledgerId, command, context));
    } catch (error) {
      const settledBefore = error instanceof CommandRefused && error.code === 'SERIES.NOT_RESERVED';
      if (!settledBefore) throw error;
    }
  }
}

/** The closer as recorded with the reservation: closing was decided then, under the post held then. */
function closerOf({ metadata }: NumberReserved, ledger: Pick<Post, 'ledgerId' | 'practice'>): Actor {
  const { accountId, name, role, postId, unitId } = metadata.actor;
  const post = { postId: postId ?? accountId, unitId: unitId ?? accountId, role, ...ledger };
  return { accountId, name, posts: [post] };
}
