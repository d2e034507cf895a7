export * from './log-writer';
export * from './projection-lab';
export * from './query-lab';
export * from './seeded-chance';
export * from './task-walks';
