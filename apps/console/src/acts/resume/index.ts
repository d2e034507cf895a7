import { lazy } from 'react';
import { type Act } from '../act';
import { sentences } from './sentence';
import { words } from './words';

/** 恢复办理. */
export const resumeAct: Act = {
  operation: 'task.resume',
  words,
  form: lazy(() => import('./form')),
  comesByItself: true,
  sentences,
};
