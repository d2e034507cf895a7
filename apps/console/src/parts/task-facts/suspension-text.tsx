import { type ReactElement } from 'react';
import { type TaskDetail } from '../../api/answer';
import { authorityText } from '../../telling';
import { WORDS } from '../../words';
import { KeptDays } from '../kept-days';
import { useWorkingDaysUntil } from '../use-working-days';

/** Until when the clocks of a task stand still, why, and on whose word. */
export type Suspension = NonNullable<TaskDetail['suspension']>;

interface Props {
  readonly suspension: Suspension;
}

const words = WORDS.parts.suspended;

/** 缓办至 2027-01-08（还有 28 个工作日）. */
export function SuspendedUntil({ suspension: { until } }: Props): ReactElement {
  const left = useWorkingDaysUntil(until);
  return <KeptDays text={left === null ? words.until(until) : words.untilIn(until, left)} />;
}

/** The same with the authority and the reason. */
export function SuspensionText({ suspension }: Props): ReactElement {
  const { authority, reason } = suspension;
  return (
    <>
      <SuspendedUntil suspension={suspension} />
      {words.because(authorityText(authority), reason)}
    </>
  );
}
