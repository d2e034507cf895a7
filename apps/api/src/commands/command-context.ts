import { randomUUID } from 'node:crypto';
import { type CommandContext } from '#engine';
import { currentCorrelationId } from '#platform';
import { type Caller } from '../auth/caller';
import { commandIdOf } from './command-id';

/** The context of a command that a request sends. */
export function commandContext(caller: Caller, key: string | undefined): CommandContext {
  return {
    actor: caller.actor,
    commandId: commandIdOf(caller, key),
    correlationId: currentCorrelationId() ?? randomUUID(),
    causationId: null,
  };
}
