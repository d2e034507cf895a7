export * from './acts';
export * from './events';
export * from './series.aggregate';
export * from './series.state';
