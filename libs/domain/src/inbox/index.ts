export * from './entry';
export * from './waits';
export * from './inbox-change';
export { newsOfLedger } from './news';
