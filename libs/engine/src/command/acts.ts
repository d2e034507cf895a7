import { Command } from '@nestjs/cqrs';
import {
  type CalendarCommand,
  type LedgerCommand,
  type PostCommand,
  type SeriesCommand,
  type TaskCommand,
  type UnitCommand,
} from '#domain';
import { type CommandContext, type CommandOutcome } from './command-context';

/** A command on its way over the bus: to which aggregate, what, and from whom. */
abstract class Act<Data> extends Command<CommandOutcome> {
  constructor(
    readonly id: string,
    readonly command: Data,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** An act on a ledger. */
export class LedgerAct extends Act<LedgerCommand> {}
/** An act on a task. */
export class TaskAct extends Act<TaskCommand> {}
/** An act on a unit. */
export class UnitAct extends Act<UnitCommand> {}
/** An act on a post. */
export class PostAct extends Act<PostCommand> {}
/** An act on a ledger's closing numbers. */
export class SeriesAct extends Act<SeriesCommand> {}
/** An act on a working calendar. */
export class CalendarAct extends Act<CalendarCommand> {}
