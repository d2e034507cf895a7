import { lazy } from 'react';
import { type Act } from '../act';
import { words } from './words';

/** 代录答复批示. How it is told stands with the act of the unit. */
export const answerInstructionOnBehalfAct: Act = {
  operation: 'task.answer-instruction-on-behalf',
  words,
  form: lazy(() => import('./form')),
};
