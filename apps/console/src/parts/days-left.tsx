import { type ReactElement } from 'react';
import { type Lamp, type TaskStatus } from '#domain';
import { WORDS } from '../words';
import { stoppedWord } from './lamp-word';

interface Props {
  /** The day on which something falls due; null: nothing does. */
  readonly due: string | null;
  /** Working days until then; negative once late. */
  readonly remainingWorkingDays: number | null;
  readonly lamp: Lamp;
  /** The task's: says why nothing is counted where its clock stands. */
  readonly status?: TaskStatus | null;
}

/** A due day with what is left until it, in working days. */
export function DaysLeft({ due, remainingWorkingDays, lamp, status }: Props): ReactElement {
  if (due === null) return <span className="quiet">{WORDS.parts.noLimit}</span>;
  const stopped = remainingWorkingDays === null ? stoppedWord(status) : null;
  return (
    <span>
      <span className="keep number">{due}</span>
      {remainingWorkingDays !== null && (
        <span className={`keep lamp-${lamp === 'late' ? 'late' : 'suspended'}`}> {daysWord(remainingWorkingDays)}</span>
      )}
      {stopped !== null && <span className="keep quiet"> {stopped}</span>}
    </span>
  );
}

/** Working days as people say them. */
export function daysWord(days: number): string {
  if (days === 0) return WORDS.parts.dueToday;
  return days > 0 ? WORDS.parts.daysLeft(days) : WORDS.parts.daysLate(-days);
}
