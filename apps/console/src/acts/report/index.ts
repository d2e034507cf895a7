import { lazy } from 'react';
import { type Act } from '../act';
import { allDone } from './all-done';
import { sentences } from './sentence';
import { words } from './words';

/** 填报. */
export const reportAct: Act = {
  operation: 'task.report',
  words,
  form: lazy(() => import('./form')),
  sentences,
  alreadyDone: allDone,
};
