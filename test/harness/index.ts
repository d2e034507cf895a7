export { eventually, type EventuallyOptions } from './eventually';
export { type SeededRandom, seededRandom } from './seeded-random';
export { createTestDatabase, onceForAll, type TestDatabase } from './test-database';
export { startRedis, type TestRedis } from './test-redis';
export { keptFolder } from './test-server';
export { startProcess, type TestProcess } from './test-process';
