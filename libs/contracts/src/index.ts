export * from './commands';
export * from './documents';
export * from './identity';
export * from './queries';
export * from './system';
