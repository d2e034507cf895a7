export * from './commands';
export * from './documents';
export * from './identity';
export * from './live';
export * from './queries';
export * from './system';
