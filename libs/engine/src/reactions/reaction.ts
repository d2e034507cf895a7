import { type CommandBus } from '@nestjs/cqrs';
import { type StoredEvent } from '#event-store';
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
  /** Of the events of these types, those from which something follows; left out, all. */
  readonly concerns?: (event: Pick<StoredEvent, 'data'>) => boolean;
  /**
   * The part (of {@link reactionContext}) whose command it ends with; once that has left an event, all of it is done. Null where mostly nothing
   * is to be recorded: such events cannot be told from those of which it is still to be done, and a restored log had begun with all of them.
   */
  readonly lastPart: string | null;
  /**
   * Does what follows. A refusal that means "done already" is the reaction's own to know; any error makes the runner try
   * the same event again.
   */
  readonly react: (event: RecordedEvent, stream: string, bus: CommandBus) => Promise<void>;
}

/** True when something follows from an event by a reaction. */
export function concerns(
  reaction: Pick<Reaction, 'types' | 'concerns'>,
  event: Pick<StoredEvent, 'type' | 'data'>,
): boolean {
  return reaction.types.some((type) => type === event.type) && (reaction.concerns?.(event) ?? true);
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
