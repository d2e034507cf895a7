export * from './acts';
export * from './events';
export * from './account.aggregate';
export * from './account.state';
