import { readEvent } from '#domain';
import { type EventStore, type Position } from '#event-store';

const PAGE = 1_000;

/** The names of the ledgers in a log that neither the demonstration nor anybody's practice made. */
export async function otherLedgers(store: EventStore, demoLedgerId: string): Promise<string[]> {
  const names = new Map<string, string>();
  let after: Position | null = null;
  for (;;) {
    const events = await store.readAll(after, PAGE);
    for (const stored of events) {
      if (!stored.stream.startsWith('ledger-')) continue;
      const event = readEvent(stored);
      if (event.type === 'ledger.created') names.set(stored.stream, event.data.name);
      if (stored.type === 'ledger.marked-practice') names.delete(stored.stream);
    }
    after = events.at(-1)?.position ?? null;
    if (events.length < PAGE) break;
  }
  names.delete(`ledger-${demoLedgerId}`);
  return [...names.values()];
}
