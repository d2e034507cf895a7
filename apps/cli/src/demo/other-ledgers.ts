import { readEvent } from '#domain';
import { type EventStore, logPages } from '#event-store';

/** The names of the ledgers in a log that neither the demonstration nor anybody's practice made. */
export async function otherLedgers(store: EventStore, demoLedgerId: string): Promise<string[]> {
  const names = new Map<string, string>();
  for await (const page of logPages(store)) {
    for (const stored of page) {
      if (!stored.stream.startsWith('ledger-')) continue;
      const event = readEvent(stored);
      if (event.type === 'ledger.created') names.set(stored.stream, event.data.name);
      if (stored.type === 'ledger.marked-practice') names.delete(stored.stream);
    }
  }
  names.delete(`ledger-${demoLedgerId}`);
  return [...names.values()];
}
