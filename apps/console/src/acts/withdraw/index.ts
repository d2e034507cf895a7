import { lazy } from 'react';
import { type Act } from '../act';
import { sentences } from './sentence';
import { words } from './words';

/** 撤回. */
export const withdrawAct: Act = {
  operation: 'task.withdraw',
  words,
  form: lazy(() => import('./form')),
  sentences,
};
