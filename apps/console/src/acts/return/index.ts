import { lazy } from 'react';
import { type Act } from '../act';
import { sentences } from './sentence';
import { words } from './words';

/** 退回整改. */
export const returnAct: Act = {
  operation: 'task.return',
  words,
  form: lazy(() => import('./form')),
  wide: true,
  sentences,
};
