import { lazy } from 'react';
import { type Act } from '../act';
import { sentences } from './sentence';
import { words } from './words';

/** 挂账. */
export const hangAct: Act = {
  operation: 'task.hang',
  words,
  form: lazy(() => import('./form')),
  sentences,
};
