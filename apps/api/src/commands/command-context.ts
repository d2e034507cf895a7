import { type CommandContext } from '#engine';
import { type Caller } from '../auth/caller';
import { commandIdOf } from './command-id';

/** The context of a command that a request sends. */
export function commandContext(caller: Caller, key: string | undefined): CommandContext {
  return {
    actor: caller.actor,
    commandId: commandIdOf(caller, key),
    correlationId: caller.correlationId,
    causationId: null,
  };
}
