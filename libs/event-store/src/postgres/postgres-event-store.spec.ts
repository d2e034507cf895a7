import { createTestDatabase } from '#testing';
import { describeEventStore } from '../../testing/event-store.contract';
import { openPostgresLog } from '../../testing/postgres-log';

describeEventStore('PostgreSQL', () => openPostgresLog(createTestDatabase));
