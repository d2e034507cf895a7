import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandOutcome } from '../command/command-context';
import { CloseTask } from './close-task';
import { ClosingDesk } from './closing-desk';

/** Closing needs two streams, so it has a handler of its own. */
@CommandHandler(CloseTask)
export class CloseTaskHandler implements ICommandHandler<CloseTask> {
  constructor(private readonly desk: ClosingDesk) {}

  execute(command: CloseTask): Promise<CommandOutcome> {
    return this.desk.close(command);
  }
}
