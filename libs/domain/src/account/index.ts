export * from './acts';
export * from './events';
export * from './account.aggregate';
export * from './account.state';
export * from './incompatible';
export * from './post-gaps';
export { DEPARTURE_NOT_BEGUN, GUARDED_ROLES } from './second-administrator';
export { takingsOf } from './taken-out';
