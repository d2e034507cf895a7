import { lazy } from 'react';
import { type Act } from '../act';
import { sentences } from './sentence';
import { words } from './words';

/** 缓办. */
export const suspendAct: Act = {
  operation: 'task.suspend',
  words,
  form: lazy(() => import('./form')),
  sentences,
};
