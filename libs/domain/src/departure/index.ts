export * from './acts';
export * from './events';
export * from './departure.aggregate';
export * from './departure.state';
