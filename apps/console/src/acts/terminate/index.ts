import { lazy } from 'react';
import { type Act } from '../act';
import { sentences } from './sentence';
import { words } from './words';

/** 终止. */
export const terminateAct: Act = {
  operation: 'task.terminate',
  words,
  form: lazy(() => import('./form')),
  sentences,
};
