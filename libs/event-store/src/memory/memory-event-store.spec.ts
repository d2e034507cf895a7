import { describeEventStore } from '../../testing/event-store.contract';
import { MemoryEventStore } from './memory-event-store';

describeEventStore('memory', async () => {
  const store = new MemoryEventStore();
  return { store, another: () => store, separate: async () => new MemoryEventStore(), close: () => store.close() };
});
