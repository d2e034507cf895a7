import { lazy } from 'react';
import { type Act } from '../act';
import { sentences } from './sentence';
import { words } from './words';

/** 签收. */
export const acceptAct: Act = {
  operation: 'task.accept',
  words,
  form: lazy(() => import('./form')),
  sentences,
};
