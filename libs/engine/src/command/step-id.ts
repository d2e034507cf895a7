import { aggregateNamed, type AggregateName, type CommandOf, type Step } from '#domain';
import { type CommandContext } from './command-context';
import { derivedId } from './derived-id';

/**
 * The id of the aggregate that a command is for. Where a command makes something new its id follows from what makes the thing
 * unique (a unit's name under its parent) or else from the command, so that a retry meets the same stream.
 */
export function idOfStep<Name extends AggregateName>(
  { aggregate, id, command }: Step<Name>,
  { actor, commandId }: Pick<CommandContext, 'actor' | 'commandId'>,
): string {
  return id ?? derivedId(aggregate, ...(identityOf(aggregate, command, actor.accountId) ?? [commandId]));
}

function identityOf<Name extends AggregateName>(
  name: Name,
  command: CommandOf<Name>,
  accountId: string,
): readonly string[] | null {
  return aggregateNamed(name).identity(command, accountId);
}
