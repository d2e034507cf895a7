import { Command } from '@nestjs/cqrs';
import { type Step } from '#domain';
import { type CommandContext, type CommandOutcome } from './command-context';

/** A command on its way over the bus: to which aggregate, what, and from whom. */
export class Act extends Command<CommandOutcome> {
  constructor(
    readonly step: Step,
    readonly context: CommandContext,
  ) {
    super();
  }
}
