import { lazy } from 'react';
import { type Act } from '../act';
import { words } from './words';

/** 代录填报. How it is told stands with the act of the unit. */
export const reportOnBehalfAct: Act = {
  operation: 'task.report-on-behalf',
  words,
  form: lazy(() => import('./form')),
};
