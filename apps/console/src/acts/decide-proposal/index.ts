import { lazy } from 'react';
import { type Act } from '../act';
import { sentences } from './sentence';
import { words } from './words';

/** 审批. */
export const decideProposalAct: Act = {
  operation: 'task.decide-proposal',
  words,
  form: lazy(() => import('./form')),
  sentences,
};
