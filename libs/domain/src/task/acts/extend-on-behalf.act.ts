import { onBehalfOf } from '../on-behalf';
import { onBehalfInput, SAMPLE_WORD } from '../task.form';
import { extend } from './extend.act';

/** 代录申请延期: a unit without an account asks for a later day. The clerk who records it is not the second person who decides. */
export const extendOnBehalf = onBehalfOf(extend, {
  type: 'task.extend-on-behalf',
  command: extend.command.extend({ onBehalf: onBehalfInput }),
  sample: { ...extend.sample, onBehalf: SAMPLE_WORD },
});
