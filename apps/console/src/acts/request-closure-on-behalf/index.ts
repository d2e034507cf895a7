import { lazy } from 'react';
import { type Act } from '../act';
import { words } from './words';

/** 代录申请销号. How it is told stands with the act of the unit. */
export const requestClosureOnBehalfAct: Act = {
  operation: 'task.request-closure-on-behalf',
  words,
  form: lazy(() => import('./form')),
};
