export * from './events';
export * from './installation.aggregate';
export * from './installation.state';
