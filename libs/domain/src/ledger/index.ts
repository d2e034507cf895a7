export * from './ledger.commands';
export * from './ledger.decider';
export * from './ledger.events';
