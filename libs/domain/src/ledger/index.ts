export * from './acts';
export * from './events';
export * from './ledger.aggregate';
export * from './ledger.state';
export * from './ledger.parts';
