export * from './installation.events';
