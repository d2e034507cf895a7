import { lazy } from 'react';
import { type Act } from '../act';
import { sentences } from './sentence';
import { words } from './words';

/** 批示. */
export const instructAct: Act = {
  operation: 'task.instruct',
  words,
  form: lazy(() => import('./form')),
  sentences,
};
