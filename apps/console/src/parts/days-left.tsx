import { type ReactElement } from 'react';
import { type Lamp, type TaskStatus } from '#domain';
import { today } from '../forms/today';
import { WORDS } from '../words';
import { daysWord } from './days-word';
import { stoppedWord } from './lamp-word';

interface Props {
  /** The day on which something falls due; null: nothing does. */
  readonly due: string | null;
  /** Working days until then; negative once late. */
  readonly remainingWorkingDays: number | null;
  readonly lamp: Lamp;
  /** The task's: says why nothing is counted where its clock stands. */
  readonly status?: TaskStatus | null | undefined;
}

/** A due day with what is left until it, in working days. */
export function DaysLeft({ due, remainingWorkingDays, lamp, status }: Props): ReactElement {
  if (due === null && lamp !== 'suspended') return <span className="quiet">{WORDS.parts.noLimit}</span>;
  return (
    <span>
      {due !== null && <span className="keep number">{due}</span>}
      <DaysMark due={due} remainingWorkingDays={remainingWorkingDays} lamp={lamp} status={status} />
    </span>
  );
}

/** What is left until a day, or why nothing is counted. */
export function DaysMark({ due, remainingWorkingDays, lamp, status }: Props): ReactElement | null {
  const stopped = lamp === 'suspended' ? WORDS.parts.clockStopped.suspended : stoppedWord(status);
  if (due !== null && remainingWorkingDays !== null && lamp !== 'suspended') {
    const late = lamp === 'late';
    const look = late ? 'lamp-late' : 'quiet';
    return <span className={`keep ${look}`}> {daysWord(remainingWorkingDays, due, today(), late)}</span>;
  }
  return stopped === null ? null : <span className="keep quiet"> {stopped}</span>;
}
