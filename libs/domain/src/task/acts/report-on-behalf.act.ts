import { onBehalfOf } from '../on-behalf';
import { onBehalfInput, SAMPLE_WORD } from '../task.form';
import { accept } from './accept.act';
import { report } from './report.act';

/** 代录填报: what a unit without an account reports. A unit that reports has accepted its part. */
export const reportOnBehalf = onBehalfOf(report, {
  type: 'task.report-on-behalf',
  command: report.command.extend({ onBehalf: onBehalfInput }),
  sample: { ...report.sample, onBehalf: SAMPLE_WORD },
  answers: accept,
});
