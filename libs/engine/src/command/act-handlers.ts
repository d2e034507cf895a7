import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Aggregates } from '../aggregates/aggregates';
import { CalendarAct, LedgerAct, PostAct, SeriesAct, TaskAct, UnitAct } from './acts';
import { type CommandOutcome } from './command-context';
import { CommandRunner } from './command-runner';

@CommandHandler(LedgerAct)
class LedgerActHandler implements ICommandHandler<LedgerAct> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly aggregates: Aggregates,
  ) {}

  execute({ id, command, context }: LedgerAct): Promise<CommandOutcome> {
    return this.runner.run(this.aggregates.ledger, id, command, context);
  }
}

@CommandHandler(TaskAct)
class TaskActHandler implements ICommandHandler<TaskAct> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly aggregates: Aggregates,
  ) {}

  execute({ id, command, context }: TaskAct): Promise<CommandOutcome> {
    return this.runner.run(this.aggregates.task, id, command, context);
  }
}

@CommandHandler(UnitAct)
class UnitActHandler implements ICommandHandler<UnitAct> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly aggregates: Aggregates,
  ) {}

  execute({ id, command, context }: UnitAct): Promise<CommandOutcome> {
    return this.runner.run(this.aggregates.unit, id, command, context);
  }
}

@CommandHandler(PostAct)
class PostActHandler implements ICommandHandler<PostAct> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly aggregates: Aggregates,
  ) {}

  execute({ id, command, context }: PostAct): Promise<CommandOutcome> {
    return this.runner.run(this.aggregates.post, id, command, context);
  }
}

@CommandHandler(SeriesAct)
class SeriesActHandler implements ICommandHandler<SeriesAct> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly aggregates: Aggregates,
  ) {}

  execute({ id, command, context }: SeriesAct): Promise<CommandOutcome> {
    return this.runner.run(this.aggregates.series, id, command, context);
  }
}

@CommandHandler(CalendarAct)
class CalendarActHandler implements ICommandHandler<CalendarAct> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly aggregates: Aggregates,
  ) {}

  execute({ id, command, context }: CalendarAct): Promise<CommandOutcome> {
    return this.runner.run(this.aggregates.calendar, id, command, context);
  }
}

/** One handler per aggregate, all alike: the runner does the work, the aggregate's table says how. */
export const ACT_HANDLERS = [
  LedgerActHandler,
  TaskActHandler,
  UnitActHandler,
  PostActHandler,
  SeriesActHandler,
  CalendarActHandler,
];
