import { lazy } from 'react';
import { type Act } from '../act';
import { words } from './words';

/** 收回申请. */
export const recallProposalAct: Act = {
  operation: 'task.recall-proposal',
  words,
  form: lazy(() => import('./form')),
};
