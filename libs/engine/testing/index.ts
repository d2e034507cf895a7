export * from './away-store';
export * from './engine-lab';
export * from './scripted-store';
