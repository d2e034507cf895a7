export * from './permission.table';
export * from './permit';
