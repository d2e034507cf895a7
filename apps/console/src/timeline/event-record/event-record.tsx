import { type ReactElement } from 'react';
import { TASK_EVENTS } from '#domain';
import { type TaskDetail, type TimelineEntry } from '../../api/answer';
import { type Course, EMPTY_COURSE, momentInShanghai, namesOf } from '../../telling';
import { WORDS } from '../../words';
import { EVENT_WORDS } from '../../words/events.words';
import { type DataRow, dataRows } from './data-rows';
import './event-record.css';

const words = EVENT_WORDS;

interface Props {
  readonly entry: TimelineEntry;
  /** The task that the event is of, by which its limits and indicators are called by name. */
  readonly task?: Pick<TaskDetail, 'limits' | 'indicators'> | null;
  /** What was known of the task before the event, where that has been read: its names go before those of today. */
  readonly course?: Course;
}

/** Who did it and for which unit, both clocks, its place in the record, its seal; then what it holds. */
export function EventRecord({ entry, task = null, course }: Props): ReactElement {
  const rows = dataRows(entry, course ?? (task === null ? EMPTY_COURSE : namesOf(task)));
  return (
    <>
      <Facts entry={entry} />
      <h3>{words.content}</h3>
      {rows.length === 0 ? <p className="quiet">{words.noContent}</p> : <Rows rows={rows} />}
    </>
  );
}

function Facts({ entry }: Pick<Props, 'entry'>): ReactElement {
  const { actor, occurredOn, recordedAt, position, revision, hash } = entry;
  const ofTask = Object.hasOwn(TASK_EVENTS, entry.type);
  const byProgram = actor.role === 'engine';
  const facts = [
    [words.who, byProgram ? words.byProgram : actor.name],
    [words.role, byProgram ? null : WORDS.terms.roles[actor.role]],
    [words.forUnit, byProgram ? null : actor.unitName],
    [words.statedDay, occurredOn],
    [words.recorded, momentInShanghai(recordedAt)],
    [words.revision, ofTask ? words.revisionOfTask(revision) : words.revisionOf(revision)],
    [words.position, position],
    [words.seal, hash],
  ] as const;
  return (
    <dl className="label-list">
      {facts.map(([label, value]) =>
        value === null ? null : (
          <div key={label}>
            <dt>{label}</dt>
            <dd className={label === words.seal ? 'event-record-seal' : 'number'}>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

function Rows({ rows }: { readonly rows: readonly DataRow[] }): ReactElement {
  return (
    <dl className="label-list">
      {rows.map(({ key, label, value, rows: own }, index) => (
        // The same field may stand several times, as in a list of limits.
        <div key={`${key}/${index}`}>
          <dt>{label}</dt>
          <dd>{own.length > 0 ? <Rows rows={own} /> : value}</dd>
        </div>
      ))}
    </dl>
  );
}
