import { lazy } from 'react';
import { type Act } from '../act';
import { words } from './words';

/** 申请延期. How its proposal is told stands with the decision on it. */
export const extendAct: Act = { operation: 'task.extend', words, form: lazy(() => import('./form')) };
