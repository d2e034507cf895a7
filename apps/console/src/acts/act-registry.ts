import { type ComponentType, lazy, type LazyExoticComponent } from 'react';
import { type ActFormProps } from './act-form';
import { type ActOperation } from './act-plan';

type ActView = LazyExoticComponent<ComponentType<ActFormProps>>;

/** The form of each act, loaded when it is first opened. An act without a form does not compile. */
export const ACT_FORMS: Readonly<Record<ActOperation, ActView>> = {
  'task.correct-draft': lazy(() => import('./correct-draft-form')),
  'task.confirm': lazy(() => import('./confirm-form')),
  'task.hang': lazy(() => import('./hang-form')),
  'task.assign': lazy(() => import('./assign-form')),
  'task.accept': lazy(() => import('./accept-form')),
  'task.decline': lazy(() => import('./decline-form')),
  'task.report': lazy(() => import('./report-form')),
  'task.report-on-behalf': lazy(() => import('./report-on-behalf-form')),
  'task.request-closure': lazy(() => import('./request-closure-form')),
  'task.verify': lazy(() => import('./verify-form')),
  'task.return': lazy(() => import('./return-form')),
  'number.reserve': lazy(() => import('./close-form')),
  'task.urge': lazy(() => import('./urge-form')),
  'task.correct': lazy(() => import('./correct-form')),
  'task.withdraw': lazy(() => import('./withdraw-form')),
  'task.terminate': lazy(() => import('./terminate-form')),
  'task.void': lazy(() => import('./void-form')),
};

/** Acts whose form stands beside what is judged. */
export const WIDE_ACTS: ReadonlySet<ActOperation> = new Set(['task.verify', 'task.return', 'number.reserve']);
