export * from './acts';
export * from './events';
export * from './streak.aggregate';
export * from './streak.state';
export { streakIdentity } from './streak-act';
