import { lazy } from 'react';
import { type Act } from '../act';
import { sentences } from './sentence';
import { words } from './words';

/** 已阅. */
export const noteReadAct: Act = {
  operation: 'task.note-read',
  words,
  form: lazy(() => import('./form')),
  sentences,
};
