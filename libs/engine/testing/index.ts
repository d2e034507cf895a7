export * from './away-store';
export * from './engine-lab';
export * from './lab-accounts';
export * from './scripted-store';
