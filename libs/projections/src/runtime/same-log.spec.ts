import { MemoryEventStore } from '#event-store';
import { migrate } from '#platform';
import { createTestDatabase, type TestDatabase } from '#testing';
import { someEvents } from '../../../event-store/testing/sample-events';
import { PROJECTION_MIGRATIONS } from './projection-migrations';
import { keepToOneLog } from './same-log';

describe('read models keep to one log', () => {
  let database: TestDatabase;
  let own: MemoryEventStore;

  beforeEach(async () => {
    database = await createTestDatabase();
    await migrate(database.pool, PROJECTION_MIGRATIONS, { lockKey: 1 });
    own = new MemoryEventStore();
  });
  afterEach(() => database.close());

  const keep = (store: MemoryEventStore) => keepToOneLog(database.pool, store);
  const refused = { code: 'PROJECTION.OTHER_LOG' };

  it('goes on with it, however it grows', async () => {
    await keep(own);
    await own.append('task-1', 'no-stream', someEvents(1));
    await keep(own);
    await own.append('task-2', 'no-stream', someEvents(1));
    await keep(own);
  });

  it('refuses another one', async () => {
    await own.append('task-1', 'no-stream', someEvents(1));
    await keep(own);
    const other = new MemoryEventStore();
    await expect(keep(other)).rejects.toMatchObject(refused);
    await other.append('task-1', 'no-stream', someEvents(1));
    await expect(keep(other)).rejects.toMatchObject(refused);
    await keep(own);
  });
});
