import { lazy } from 'react';
import { type Act } from '../act';
import { sentences } from './sentence';
import { words } from './words';

/** 核验通过. */
export const verifyAct: Act = {
  operation: 'task.verify',
  words,
  form: lazy(() => import('./form')),
  wide: true,
  beside: ['task.return'],
  sentences,
};
