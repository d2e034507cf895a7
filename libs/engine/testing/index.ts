export * from './engine-lab';
export * from './scripted-store';
