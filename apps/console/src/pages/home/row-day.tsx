import { type ReactElement } from 'react';
import { type HomeRow } from '../../api/answer';
import { DaysLeft } from '../../parts/days-left';
import { daysWord, isOver } from '../../parts/days-word';
import { LampMark } from '../../parts/lamp-mark';
import { HOME_WORDS } from '../../words/home.words';

/**
 * The day of a row: what others wait for says since when, and how long the reader has for it; anything else the day of its limit. Late is
 * said of the limits that the sentence above counts and of no other day: “没有逾期” stood above five rows in red.
 */
export function RowDay({ row }: { readonly row: HomeRow }): ReactElement {
  const { kind, since, clock, suspendedUntil } = row;
  if (suspendedUntil !== null) return <span className="quiet number">{HOME_WORDS.resumes(suspendedUntil)}</span>;
  if (kind === 'away') return <span className="quiet">{HOME_WORDS.elsewhere}</span>;
  if (kind === 'answer' && clock !== null) return <Clock clock={clock} said={HOME_WORDS.answerBy(clock.due)} />;
  if (since !== null && clock !== null) return <Clock clock={clock} said={HOME_WORDS.waited(since.workingDays)} />;
  if (kind === 'review' && since !== null) {
    return <span className="quiet">{HOME_WORDS.unheard(since.workingDays)}</span>;
  }
  // What was brought to the reader is late with something else than a limit; the task's page says with what.
  if (row.toRead && row.lateLimit === null) return <span className="lamp-late">{HOME_WORDS.brought}</span>;
  return <Limit row={row} />;
}

interface ClockProps {
  readonly clock: NonNullable<HomeRow['clock']>;
  readonly said: string;
}

function Clock({ clock: { due, remainingWorkingDays }, said }: ClockProps): ReactElement {
  const over = isOver(remainingWorkingDays, due);
  return (
    <span title={HOME_WORDS.actBy(due)}>
      <span className="quiet">{said}</span>
      <span className={over ? 'lamp-late' : 'quiet'}>
        {over ? HOME_WORDS.over(-remainingWorkingDays) : daysWord(remainingWorkingDays, due)}
      </span>
    </span>
  );
}

function Limit({ row }: { readonly row: HomeRow }): ReactElement {
  const { due, dueOfTask, lamp, lateLimit, remainingWorkingDays, status } = row;
  if (lateLimit !== null) return <LateLimit limit={lateLimit} />;
  // The lead answers for it: of the part of a supporting unit nothing is late.
  if (due !== null && lamp === 'late') return <span className="quiet number">{HOME_WORDS.taskDayOver(due)}</span>;
  return (
    <>
      {due !== null && dueOfTask && <span className="quiet">{HOME_WORDS.dueOfTask} </span>}
      {due !== null && !dueOfTask && <LampMark lamp={lamp} status={status} />}{' '}
      <DaysLeft due={due} lamp={lamp} remainingWorkingDays={remainingWorkingDays} status={status} />
    </>
  );
}

/** A limit that is late and that the reader answers for. */
export function LateLimit({ limit }: { readonly limit: NonNullable<HomeRow['lateLimit']> }): ReactElement {
  return (
    <span>
      <LampMark lamp="late" /> <DaysLeft due={limit.due} lamp="late" remainingWorkingDays={-limit.workingDays} />
    </span>
  );
}
