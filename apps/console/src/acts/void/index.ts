import { lazy } from 'react';
import { type Act } from '../act';
import { sentences } from './sentence';
import { words } from './words';

/** 作废. */
export const voidAct: Act = {
  operation: 'task.void',
  words,
  form: lazy(() => import('./form')),
  sentences,
};
