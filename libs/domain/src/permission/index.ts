export * from './permission.table';
export * from './permit';
export { type Staffing, staffingOf, UNIT_ROLES } from './staffing';
