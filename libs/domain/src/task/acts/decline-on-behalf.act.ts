import { onBehalfOf } from '../on-behalf';
import { onBehalfInput, SAMPLE_WORD } from '../task.form';
import { decline } from './decline.act';

/** 代录退件: a unit without an account gives its part back, with its reason. */
export const declineOnBehalf = onBehalfOf(decline, {
  type: 'task.decline-on-behalf',
  command: decline.command.extend({ onBehalf: onBehalfInput }),
  sample: { ...decline.sample, onBehalf: SAMPLE_WORD },
});
