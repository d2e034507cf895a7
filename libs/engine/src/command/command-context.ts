import { type Actor, ENGINE_ACTOR } from '#domain';

/** Who sends a command, and what ties it to other things in the record. */
export interface CommandContext {
  readonly actor: Actor;
  /** Makes a repeated command the same command; scoped by actor where it comes from outside. */
  readonly commandId: string;
  readonly correlationId: string;
  /** The event that this command follows from, for reactions and timers. */
  readonly causationId: string | null;
}

/** The context of a command that the program sends by itself, and that follows from no event. */
export function ownContext(commandId: string): CommandContext {
  return { actor: ENGINE_ACTOR, commandId, correlationId: commandId, causationId: null };
}

/** What an accepted command answers: where it stands in the log, so that a reader can wait for it. */
export interface CommandOutcome {
  /** Id of the aggregate, without its stream prefix. */
  readonly id: string;
  readonly revision: number;
  readonly position: string;
  /** Types of the events recorded, in order. */
  readonly events: readonly string[];
}
