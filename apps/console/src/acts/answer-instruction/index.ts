import { lazy } from 'react';
import { type Act } from '../act';
import { sentences } from './sentence';
import { words } from './words';

/** 答复批示. */
export const answerInstructionAct: Act = {
  operation: 'task.answer-instruction',
  words,
  form: lazy(() => import('./form')),
  sentences,
};
