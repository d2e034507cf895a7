import { type CommandBus } from '@nestjs/cqrs';
import { type Actor, type DomainEventType, type RecordedEvent } from '#domain';
import { type CommandContext } from '../command/command-context';
import { derivedId } from '../command/derived-id';

/**
 * A rule across streams: what follows in other streams from an event. It may run more than once for the same event, so
 * all its commands take their ids from the event ({@link reactionContext}).
 */
export interface Reaction {
  readonly name: string;
  readonly types: readonly DomainEventType[];
  /** The part (of {@link reactionContext}) whose command it ends with; once that has left an event, all of it is done. */
  readonly lastPart: string;
  /**
   * Does what follows. A refusal that means "done already" is the reaction's own to know; any error makes the runner try
   * the same event again.
   */
  readonly react: (event: RecordedEvent, stream: string, bus: CommandBus) => Promise<void>;
}

/** The id of a command that follows from an event. */
export function reactionCommandId(eventId: string, part: string): string {
  return derivedId('reaction', eventId, part);
}

/** The context of a command that follows from an event. `part` tells several commands of one reaction apart. */
export function reactionContext(event: RecordedEvent, actor: Actor, part: string): CommandContext {
  return {
    actor,
    commandId: reactionCommandId(event.eventId, part),
    correlationId: event.metadata.correlationId,
    causationId: event.eventId,
  };
}
