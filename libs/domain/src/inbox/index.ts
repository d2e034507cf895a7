export * from './entry';
export * from './holders';
export * from './inbox-change';
export { newsOfLedger } from './news';
