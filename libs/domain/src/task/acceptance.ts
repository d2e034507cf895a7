import { quoted, reject, type Rejection } from '../shared/rejection';
import { type MetCriterion } from './task.parts';
import { type TaskState } from './task.state';

type Judged = Pick<TaskState, 'acceptance'>;

const UNKNOWN = reject('TASK.CRITERION_UNKNOWN', '所写的验收标准不在本次核验的标准中，请按列出的标准逐项核对。');

/** The refusal of a passing that does not confirm each criterion (验收标准) of the check; it names those that are missing. */
export function acceptanceFault(
  { acceptance }: Judged,
  confirmed: readonly Pick<MetCriterion, 'criterion'>[],
): Rejection | null {
  const named = confirmed.map(({ criterion }) => criterion);
  const missing = acceptance.filter((criterion) => !named.includes(criterion));
  if (missing.length > 0) {
    return reject(
      'TASK.ACCEPTANCE_UNCONFIRMED',
      `验收标准${quoted(missing)}没有确认，请逐项确认后再通过；没有达到的，请退回整改。`,
    );
  }
  return criteriaFault({ acceptance }, named);
}

/** The refusal of criteria that the check does not have. */
export function criteriaFault({ acceptance }: Judged, named: readonly string[]): Rejection | null {
  return named.every((criterion) => acceptance.includes(criterion)) ? null : UNKNOWN;
}
