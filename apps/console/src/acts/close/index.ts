import { lazy } from 'react';
import { type Act } from '../act';
import { sentences } from './sentence';
import { words } from './words';

/** 销号. */
export const closeAct: Act = {
  operation: 'task.close',
  words,
  form: lazy(() => import('./form')),
  wide: true,
  beside: ['task.return'],
  sentences,
};
