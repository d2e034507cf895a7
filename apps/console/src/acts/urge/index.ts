import { lazy } from 'react';
import { type Act } from '../act';
import { sentences } from './sentence';
import { words } from './words';

/** 催办. */
export const urgeAct: Act = {
  operation: 'task.urge',
  words,
  form: lazy(() => import('./form')),
  sentences,
};
