export * from './acts';
export * from './events';
export * from './calendar.aggregate';
export * from './calendar.state';
