import { Button, Tag } from 'antd';
import { type ReactElement } from 'react';
import { Link } from 'react-router';
import { TAKE_MEASURE } from '#domain';
import { type HomeRow } from '../../api/answer';
import { DaysLeft } from '../../parts/days-left';
import { daysWord, isOver } from '../../parts/days-word';
import { LampMark } from '../../parts/lamp-mark';
import { partWord } from '../../parts/part-word';
import { actWord } from '../../telling';
import { WORDS } from '../../words';
import { HOME_WORDS } from '../../words/home.words';
import { WAIT_WORDS } from '../../words/waits.words';
import { type Done, doneOn } from './done-here';

interface Props {
  readonly rows: readonly HomeRow[];
  readonly done: readonly Done[];
  /** Opens the act of a row; null where the rows wait no more. */
  readonly onAct: ((row: HomeRow) => void) | null;
}

/** One line for each task: why it is here, what it is, whose it is, by when, and its act. On a phone each is a card. */
export function HomeRows({ rows, done, onAct }: Props): ReactElement | null {
  if (rows.length === 0) return null;
  return (
    <ul className={onAct === null ? 'home-rows home-rows-done' : 'home-rows'}>
      {rows.map((row) => (
        <li key={row.taskId} className="home-row">
          <Tag variant="outlined">{kindWord(row)}</Tag>
          <span className="home-title">
            <Link to={`/tasks/${row.taskId}`} title={row.title}>
              {row.taskNumber} {row.title}
            </Link>
            {row.asked !== null && <Asked asked={row.asked} />}
          </span>
          <span className="home-unit quiet" title={unitWords(row)}>
            {unitWords(row)}
          </span>
          <span className="home-day">
            {/* What is done keeps no clock: it ran until the act. */}
            {onAct !== null && <Day row={row} />}
          </span>
          <span className="home-act">
            <RowAct row={row} done={done} onAct={onAct} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function kindWord({ kind, status }: HomeRow): string {
  // Of a part that its unit has in hand, or that others have, where it stands says more.
  if (kind === 'work') return partWord(status, 'working');
  return kind === 'away' ? partWord(status, 'claimed') : WAIT_WORDS.kinds[kind];
}

function unitWords({ unit, leadUnits }: HomeRow): string {
  return unit?.name ?? leadUnits.map(({ name }) => name).join(WORDS.parts.and);
}

function Asked({ asked }: { readonly asked: NonNullable<HomeRow['asked']> }): ReactElement {
  const said =
    asked.act === TAKE_MEASURE
      ? HOME_WORDS.measure(asked.grounds)
      : HOME_WORDS.asked(asked.byName, asked.word, asked.until, asked.grounds);
  return (
    <span className="quiet" title={said}>
      {said}
    </span>
  );
}

/** What others wait for says since when, and how long the reader has for it; anything else the day of its limit. */
function Day({ row }: { readonly row: HomeRow }): ReactElement {
  const { kind, since, clock, due, dueOfTask, lamp, remainingWorkingDays, status, suspendedUntil } = row;
  if (suspendedUntil !== null) return <span className="quiet number">{HOME_WORDS.resumes(suspendedUntil)}</span>;
  if (kind === 'away') return <span className="quiet">{HOME_WORDS.elsewhere}</span>;
  if (since !== null && clock !== null && !(isAnswerDue(kind) && lamp === 'late')) {
    return (
      <span title={HOME_WORDS.actBy(clock.due)}>
        <span className="quiet">{HOME_WORDS.waited(since.workingDays)}</span>
        <span className={isOver(clock.remainingWorkingDays, clock.due) ? 'lamp-late' : 'quiet'}>
          {daysWord(clock.remainingWorkingDays, clock.due)}
        </span>
      </span>
    );
  }
  if (kind === 'review' && since !== null) {
    return <span className="quiet">{HOME_WORDS.unheard(since.workingDays)}</span>;
  }
  return (
    <>
      {due !== null && dueOfTask && <span className="quiet">{HOME_WORDS.dueOfTask} </span>}
      {due !== null && <LampMark lamp={lamp} status={status} />}{' '}
      <DaysLeft due={due} lamp={lamp} remainingWorkingDays={remainingWorkingDays} status={status} />
    </>
  );
}

/** What waits for an answer to its assignment; once the part itself is late, its limit says more. */
function isAnswerDue(kind: HomeRow['kind']): boolean {
  return kind === 'accept' || kind === 'record';
}

interface RowActProps extends Omit<Props, 'rows'> {
  readonly row: HomeRow;
}

/** Beside the act of a row whose delay was brought to the reader. */
const READ = 'task.note-read';

/** The act, or what it did. */
function RowAct({ row, done, onAct }: RowActProps): ReactElement | null {
  const { act, kind, title } = row;
  const was = onAct === null ? act : doneOn(row, done);
  const said =
    was === null ? null : <span className="quiet keep">{WAIT_WORDS.done[was] ?? WAIT_WORDS.doneAnyhow}</span>;
  const word = act === null ? undefined : (WAIT_WORDS.acts[kind] ?? actWord(act));
  if (onAct === null) return said;
  return (
    <>
      {said}
      {word !== undefined && (
        <Button type="primary" ghost aria-label={`${word} ${title}`} onClick={() => onAct(row)}>
          {word}
        </Button>
      )}
      {row.toRead && (
        <Button aria-label={`${actWord(READ) ?? ''} ${title}`} onClick={() => onAct({ ...row, act: READ })}>
          {actWord(READ)}
        </Button>
      )}
    </>
  );
}
