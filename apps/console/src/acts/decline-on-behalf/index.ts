import { lazy } from 'react';
import { type Act } from '../act';
import { words } from './words';

/** 代录退件. How it is told stands with the act of the unit. */
export const declineOnBehalfAct: Act = {
  operation: 'task.decline-on-behalf',
  words,
  form: lazy(() => import('./form')),
};
