import { onBehalfOf } from '../on-behalf';
import { onBehalfInput, SAMPLE_WORD } from '../task.form';
import { requestClosure } from './request-closure.act';

/** 代录申请销号: the head of a unit without an account stands by its self-check, on the returned sheet or by word. */
export const requestClosureOnBehalf = onBehalfOf(requestClosure, {
  type: 'task.request-closure-on-behalf',
  command: requestClosure.command.extend({ onBehalf: onBehalfInput }),
  sample: { ...requestClosure.sample, onBehalf: SAMPLE_WORD },
});
