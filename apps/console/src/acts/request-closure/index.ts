import { lazy } from 'react';
import { type Act } from '../act';
import { sentences } from './sentence';
import { words } from './words';

/** 申请销号. */
export const requestClosureAct: Act = {
  operation: 'task.request-closure',
  words,
  form: lazy(() => import('./form')),
  sentences,
};
