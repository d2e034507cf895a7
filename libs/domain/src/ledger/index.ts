export * from './acts';
export * from './events';
export * from './ledger.aggregate';
export * from './ledger.state';
export * from './ledger.parts';
export * from './ledger-kinds';
export * from './ledger-numbers';
export { CREATION_UNDERWAY, NUMBERS_NOT_CLAIMED } from './ledger.refusals';
