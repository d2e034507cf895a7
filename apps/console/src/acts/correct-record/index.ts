import { lazy } from 'react';
import { type Act } from '../act';
import { words } from './words';

/** 更正文字. Its event is told with that of 更正. */
export const correctRecordAct: Act = {
  operation: 'task.correct-record',
  words,
  form: lazy(() => import('./form')),
};
