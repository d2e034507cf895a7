import { type EventStore, type LogPlace, logPages, placeOf } from '#event-store';
import { concerns, type Reaction, reactionCommandId } from './reaction';

/** What must be known of a reaction to tell whether it has run to its end. */
export type ReactionOutline = Pick<Reaction, 'types' | 'concerns' | 'lastPart'>;

/**
 * The place in this log before the first event whose reaction has not run to its end; the log's end when there is none, null when
 * it is the very first event. Read from the log alone: what a reaction has written is in it under ids that follow from its
 * event. For a log that was restored from an older copy, where what reactions had written later is lost.
 */
export async function placeBeforeUnfinished(
  store: EventStore,
  reactions: readonly ReactionOutline[],
): Promise<LogPlace | null> {
  /** By the id of the command that a reaction ends with, the place before its event; in log order. */
  const open = new Map<string, LogPlace | null>();
  let last: LogPlace | null = null;
  for await (const page of logPages(store)) {
    for (const event of page) {
      const { commandId } = event.metadata;
      if (typeof commandId === 'string') open.delete(commandId);
      for (const reaction of reactions) {
        const { lastPart } = reaction;
        if (lastPart !== null && concerns(reaction, event)) open.set(reactionCommandId(event.eventId, lastPart), last);
      }
      last = placeOf(event);
    }
  }
  const [first] = open.values();
  return first === undefined ? last : first;
}
