import { type EventStore } from '../port';
import { type KurrentEventStoreOptions } from './kurrent-event-store';

/**
 * Opens the log in KurrentDB or EventStoreDB. The client is loaded only here: it costs 0.2 s and 20 MB that a program on
 * PostgreSQL has no use for.
 * @throws TaizhangError CONFIG.INVALID, EventLogError LOG.UNAVAILABLE, LOG.REFUSED, LOG.APPEND_TOO_LARGE
 */
export async function openKurrentEventStore(options: KurrentEventStoreOptions): Promise<EventStore> {
  const { KurrentEventStore } = await import('./kurrent-event-store.js');
  const store = new KurrentEventStore(options);
  try {
    await store.check();
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}
