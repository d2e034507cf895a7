export * from './permission.table';
export * from './permit';
export { type Staffing, staffingOf, TAKES_STEPS, UNIT_ROLES } from './staffing';
