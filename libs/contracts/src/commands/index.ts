export * from './command-route';
export * from './command-routes';
