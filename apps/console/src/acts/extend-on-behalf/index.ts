import { lazy } from 'react';
import { type Act } from '../act';
import { words } from './words';

/** 代录申请延期. How its proposal is told stands with the decision on it. */
export const extendOnBehalfAct: Act = {
  operation: 'task.extend-on-behalf',
  words,
  form: lazy(() => import('./form')),
};
