import { type ReactElement } from 'react';
import { type Lamp } from '#domain';
import { type TaskDetail } from '../../api/answer';
import { today } from '../../forms/today';
import { TASK_WORDS } from '../../words/task.words';
import { type DuePart, partDayWords, partKey, partWords } from './due-parts';

const words = TASK_WORDS.limits;
/** So many are shown at once; the others one click away. */
const FIRST = 8;

/** Lamps of a limit whose clock runs: neither one that stands still nor one of a task that has ended. */
const RUNNING_LAMPS: ReadonlySet<Lamp> = new Set<Lamp>(['normal', 'near', 'late']);

interface LineProps {
  readonly part: DuePart;
  readonly task: Pick<TaskDetail, 'limits'>;
}

/** A limit or a period with its day, marked where that is over. */
export function DuePartLine({ part, task }: LineProps): ReactElement {
  return (
    <span className="due-part">
      {partWords(part, task)} <PartDay part={part} task={task} />
    </span>
  );
}

function PartDay({ part: { limitId, period, due }, task }: LineProps): ReactElement {
  if (due === null) return <span className="quiet">{words.undated}</span>;
  const limit = task.limits.find((each) => each.limitId === limitId);
  const counts = limit !== undefined && RUNNING_LAMPS.has(limit.lamp);
  return (
    <>
      <span className="quiet keep number">{partDayWords({ period, due }, limit?.recurrence ?? null)}</span>
      {due < today() && counts && <span className="lamp-late keep"> {words.late}</span>}
    </>
  );
}

interface ListProps extends Pick<LineProps, 'task'> {
  readonly parts: readonly DuePart[];
  /** What is said beneath a part; null for one of which nothing is. */
  readonly noteOf?: (part: DuePart) => string | null;
}

/** Limits and periods, one below the other. */
export function DuePartList({ parts, ...told }: ListProps): ReactElement {
  const others = parts.slice(FIRST);
  return (
    <>
      <Lines parts={parts.slice(0, FIRST)} {...told} />
      {others.length > 0 && (
        <details className="earlier">
          <summary>{words.otherParts(others.length)}</summary>
          <Lines parts={others} {...told} />
        </details>
      )}
    </>
  );
}

function Lines({ parts, task, noteOf }: ListProps): ReactElement {
  return (
    <ul className="plain-list">
      {parts.map((part) => (
        <li key={partKey(part)}>
          <DuePartLine part={part} task={task} />
          <PartNote text={noteOf?.(part) ?? null} />
        </li>
      ))}
    </ul>
  );
}

function PartNote({ text }: { readonly text: string | null }): ReactElement | null {
  return text === null ? null : <div className="part-note">{text}</div>;
}
