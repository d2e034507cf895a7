import { type Policy } from '../policy';
import { reject, type Rejection } from '../shared/rejection';
import { reachesTarget } from './reaches';
import { type Indicator, type Outcome } from './task.parts';
import { type IndicatorState, type TaskState } from './task.state';

/** Indicators that one sentence names. */
const NAMED = 3;

type Closing = Pick<Policy, 'closing'>;

/** Why a task in which something is owed cannot be closed (`closing.owed`), whatever reason is given; null where the rules let it be. */
export function owedFault(owed: readonly unknown[], { closing }: Closing): Rejection | null {
  return closing.owed === 'refused' && owed.length > 0
    ? reject(
        'TASK.OWED_NOT_CLOSED',
        `还有${owed.length}项时限或期次未完成，按本任务的办理规则不能销号，请退回整改，责任单位补报后再销号。`,
      )
    : null;
}

/** Why a task cannot be closed as done (`rectified`) (`closing.targets`): an indicator has missed its target, or nobody has told where it stands. */
export function targetsFault(
  { indicators }: Pick<TaskState, 'indicators'>,
  outcome: Outcome,
  { closing }: Closing,
): Rejection | null {
  if (closing.targets !== 'met' || outcome !== 'rectified') return null;
  const missed = missedTargets(indicators);
  if (missed.length === 0) return null;
  const names = missed.slice(0, NAMED).map(({ name }) => `“${name}”`);
  return reject(
    'TASK.TARGETS_MISSED',
    `指标${names.join('、')}${missed.length > NAMED ? `等${missed.length}项` : ''}未达到目标或没有填报，按本任务的办理规则不能按完成销号，请另选销号结果，或退回整改。`,
  );
}

/** What the latest reading of an indicator is judged by. */
type Judged = Pick<Indicator, 'op' | 'value' | 'max' | 'approximate'> & {
  readonly reading: Pick<NonNullable<IndicatorState['reading']>, 'value'> | null;
};

/** The indicators whose latest reading misses the target, and those of which there is none. An approximate target is a person’s to judge. */
export function missedTargets<Each extends Judged>(indicators: readonly Each[]): readonly Each[] {
  return indicators.filter((each) => each.reading === null || reachesTarget(each, each.reading.value) === false);
}
