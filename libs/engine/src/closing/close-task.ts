import { Command } from '@nestjs/cqrs';
import { type SeriesCommand } from '#domain';
import { type CommandContext, type CommandOutcome } from '../command/command-context';

type Reservation = Extract<SeriesCommand, { type: 'number.reserve' }>['data'];

/** Closing a task (销号), as the closer asks for it: ledger and number follow from the task. */
export class CloseTask extends Command<CommandOutcome> {
  constructor(
    readonly taskId: string,
    readonly closing: Omit<Reservation, 'taskId'>,
    readonly context: CommandContext,
  ) {
    super();
  }
}
