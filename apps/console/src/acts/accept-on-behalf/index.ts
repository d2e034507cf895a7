import { lazy } from 'react';
import { type Act } from '../act';
import { words } from './words';

/** 代录签收. How it is told stands with the act of the unit. */
export const acceptOnBehalfAct: Act = {
  operation: 'task.accept-on-behalf',
  words,
  form: lazy(() => import('./form')),
};
