import { lazy } from 'react';
import { type Act } from '../act';
import { words } from './words';

/** 代录批示. How it is told stands with the leader's own act. */
export const instructOnBehalfAct: Act = {
  operation: 'task.instruct-on-behalf',
  words,
  form: lazy(() => import('./form')),
};
