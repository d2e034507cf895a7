export * from './event-queries.schemas';
export * from './inbox-query.schemas';
export * from './ledger-number-queries.schemas';
export * from './ledger-queries.schemas';
export * from './policy-queries.schemas';
export * from './query-parts';
export * from './register-queries.schemas';
export * from './task-queries.schemas';
