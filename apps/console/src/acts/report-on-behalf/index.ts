import { lazy } from 'react';
import { type Act } from '../act';
import { words } from './words';

/** 代填. */
export const reportOnBehalfAct: Act = {
  operation: 'task.report-on-behalf',
  words,
  form: lazy(() => import('./form')),
};
