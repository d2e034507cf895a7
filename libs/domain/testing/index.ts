export * from './actors';
export * from './circumstances';
export * from './drafts';
export * from './given-when-then';
export * from './ids';
export * from './task-stories';
