import { lazy } from 'react';
import { type Act } from '../act';
import { sentences } from './sentence';
import { words } from './words';

/** 分解. */
export const splitAct: Act = {
  operation: 'task.split',
  words,
  wide: true,
  form: lazy(() => import('./form')),
  sentences,
};
