export * from './commands';
export * from './documents';
export * from './identity';
