import { onBehalfOf } from '../on-behalf';
import { onBehalfInput, SAMPLE_WORD } from '../task.form';
import { accept } from './accept.act';

/** 代录签收: a unit without an account accepts its part by telephone, on paper or in a meeting. */
export const acceptOnBehalf = onBehalfOf(accept, {
  type: 'task.accept-on-behalf',
  command: accept.command.extend({ onBehalf: onBehalfInput }),
  sample: { ...accept.sample, onBehalf: SAMPLE_WORD },
});
