import { lazy } from 'react';
import { type Act } from '../act';
import { words } from './words';

/** 修改草稿. */
export const correctDraftAct: Act = {
  operation: 'task.correct-draft',
  words,
  form: lazy(() => import('./form')),
};
