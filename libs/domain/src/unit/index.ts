export * from './acts';
export * from './events';
export * from './unit.aggregate';
export * from './unit.state';
export { unitIdentity } from './unit-act';
