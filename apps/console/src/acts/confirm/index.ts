import { lazy } from 'react';
import { type Act } from '../act';
import { sentences } from './sentence';
import { words } from './words';

/** 确认单位和时限. */
export const confirmAct: Act = {
  operation: 'task.confirm',
  words,
  form: lazy(() => import('./form')),
  sentences,
  alreadyDone: ({ limitsConfirmed }) => limitsConfirmed !== null,
};
