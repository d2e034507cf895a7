import { lazy } from 'react';
import { type Act } from '../act';
import { sentences } from './sentence';
import { words } from './words';

/** 更正. */
export const correctAct: Act = {
  operation: 'task.correct',
  words,
  form: lazy(() => import('./form')),
  sentences,
};
