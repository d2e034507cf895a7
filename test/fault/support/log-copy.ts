import { z } from 'zod';
import { type DomainEvent, type DomainEventType, readEvent } from '#domain';
import { type EventStore, logPages, type StoredEvent } from '#event-store';

const metadata = z.object({ commandId: z.string() });

/** An event of a type, with its place in the log. */
export type Logged<Type extends DomainEventType> = Extract<DomainEvent, { type: Type }> &
  Pick<StoredEvent, 'stream' | 'revision' | 'position'>;

/** What a reader holds of the log, in its order. */
export class LogCopy {
  private readonly events: StoredEvent[] = [];
  private readonly byCommand = new Map<string, StoredEvent[]>();

  /** Reads on from where it stands to the end of the log. */
  async readOn(store: EventStore): Promise<void> {
    for await (const page of logPages(store, { after: this.events.at(-1)?.position ?? null })) {
      for (const event of page) this.take(event);
    }
  }

  /** The events of a command, in order. */
  ofCommand(commandId: string): readonly StoredEvent[] {
    return this.byCommand.get(commandId) ?? [];
  }

  /** Which commands have left events. */
  commandIds(): ReadonlySet<string> {
    return new Set(this.byCommand.keys());
  }

  /** Every event's type with the command that it comes from. */
  commands(): { readonly type: string; readonly commandId: string }[] {
    return [...this.byCommand].flatMap(([commandId, events]) => events.map(({ type }) => ({ type, commandId })));
  }

  /** All events of a type, checked against its schema. */
  ofType<Type extends DomainEventType>(type: Type): Logged<Type>[] {
    return this.events.flatMap((stored) => {
      if (stored.type !== type) return [];
      const event = readEvent(stored);
      const { stream, revision, position } = stored;
      return isOfType(event, type) ? [{ ...event, stream, revision, position }] : [];
    });
  }

  private take(event: StoredEvent): void {
    this.events.push(event);
    const { commandId } = metadata.parse(event.metadata);
    const known = this.byCommand.get(commandId);
    if (known) known.push(event);
    else this.byCommand.set(commandId, [event]);
  }
}

function isOfType<Type extends DomainEventType>(
  event: DomainEvent,
  type: Type,
): event is Extract<DomainEvent, { type: Type }> {
  return event.type === type;
}
