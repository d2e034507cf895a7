export * from './entry';
export * from './waits';
export * from './inbox-change';
export { clockPart, newsOfLedger } from './news';
