import { lazy } from 'react';
import { type Act } from '../act';
import { sentences } from './sentence';
import { words } from './words';

/** 交办. */
export const assignAct: Act = {
  operation: 'task.assign',
  words,
  form: lazy(() => import('./form')),
  sentences,
};
