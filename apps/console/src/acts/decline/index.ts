import { lazy } from 'react';
import { type Act } from '../act';
import { sentences } from './sentence';
import { words } from './words';

/** 退件. */
export const declineAct: Act = {
  operation: 'task.decline',
  words,
  form: lazy(() => import('./form')),
  sentences,
};
