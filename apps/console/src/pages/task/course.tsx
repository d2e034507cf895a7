import { Button, Segmented, Skeleton, Tag } from 'antd';
import { type ReactElement, useState } from 'react';
import { dayInShanghai } from '#domain';
import { type TaskDetail } from '../../api/answer';
import { EmptyNote } from '../../parts/empty-note';
import { ProblemNote } from '../../parts/problem-note';
import { type Step, timeInShanghai } from '../../telling';
import { byDay, dayHeading, folded, type Line } from '../../timeline';
import { type Timeline } from '../../telling';
import { TASK_WORDS } from '../../words/task.words';
import { TIMELINE_WORDS } from '../../words/timeline.words';
import { EventDrawer } from './event-drawer';
import { RawEvents } from './raw-events';

const words = TASK_WORDS.course;
type Mode = 'all' | 'raw';

interface Props {
  readonly task: TaskDetail;
  readonly timeline: Timeline;
}

/** The course of the task by day, in whole sentences; each line opens its event. */
export function Course({ task, timeline }: Props): ReactElement {
  const { steps, pending, problem, readEarlier } = timeline;
  const [mode, setMode] = useState<Mode>('all');
  const [opened, setOpened] = useState<Step | null>(null);
  return (
    <section className="panel">
      <div className="course-head">
        <h2>{words.title}</h2>
        <Segmented<Mode>
          className="no-print"
          aria-label={words.mode}
          value={mode}
          onChange={setMode}
          options={[
            { value: 'all', label: words.all },
            { value: 'raw', label: words.raw },
          ]}
        />
      </div>
      {problem !== null && <ProblemNote problem={problem} />}
      {pending && <Skeleton active />}
      {!pending && problem === null && steps.length === 0 && <EmptyNote why={words.none} />}
      {mode === 'all' ? <Days steps={steps} onOpen={setOpened} /> : <RawEvents steps={steps} onOpen={setOpened} />}
      {readEarlier !== null && <Button onClick={readEarlier}>{words.earlier}</Button>}
      {opened !== null && <EventDrawer task={task} step={opened} onClose={() => setOpened(null)} />}
    </section>
  );
}

interface DaysProps {
  readonly steps: readonly Step[];
  readonly onOpen: (step: Step) => void;
}

/** So many days are shown at once; the others one click away. */
const FIRST_DAYS = 12;

function Days({ steps, onOpen }: DaysProps): ReactElement {
  const [all, setAll] = useState(false);
  const days = byDay(folded(steps));
  const shown = all ? days : days.slice(0, FIRST_DAYS);
  return (
    <>
      {shown.map(({ day, lines }) => (
        <div key={day} className="course-day">
          <h3 className="number">{dayHeading(day)}</h3>
          <ul className="course-lines">
            {lines.map((line) => (
              <OneLine key={line.key} line={line} onOpen={onOpen} />
            ))}
          </ul>
        </div>
      ))}
      {shown.length < days.length && (
        <Button className="no-print" onClick={() => setAll(true)}>
          {words.earlierDays(days.length - shown.length)}
        </Button>
      )}
    </>
  );
}

function OneLine({ line, onOpen }: { readonly line: Line; readonly onOpen: (step: Step) => void }): ReactElement {
  const [unfolded, setUnfolded] = useState(false);
  const [newest] = line.steps;
  const isRun = line.steps.length > 1;
  return (
    <li>
      {newest !== undefined && <StepLine step={newest} text={line.text} quote={line.quote} onOpen={onOpen} />}
      {isRun && (
        <Button
          className="fold"
          type="link"
          size="small"
          aria-expanded={unfolded}
          onClick={() => setUnfolded(!unfolded)}
        >
          {unfolded ? words.unfold : words.fold(line.steps.length)}
        </Button>
      )}
      {isRun && unfolded && (
        <ul className="course-lines run">
          {line.steps.map((step) => (
            <li key={step.entry.eventId}>
              <StepLine step={step} text={step.text} quote={step.quote} onOpen={onOpen} dated />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

interface StepLineProps {
  readonly step: Step;
  readonly text: string;
  readonly quote: string;
  readonly onOpen: (step: Step) => void;
  /** With the day, where the line stands outside of its day. */
  readonly dated?: boolean;
}

function StepLine({ step, text, quote, onOpen, dated = false }: StepLineProps): ReactElement {
  const { entry, undone, note } = step;
  const { recordedAt, occurredOn, actor, passwordResetAt } = entry;
  const [day] = byDay([{ key: '', text: '', quote: '', steps: [step] }]);
  const time = dated ? `${day?.day ?? ''} ${timeInShanghai(recordedAt)}` : timeInShanghai(recordedAt);
  const stated = occurredOn !== null && occurredOn !== day?.day ? words.statedOn(occurredOn) : '';
  // A run is told as a whole: what is kept of its newest event alone would mislead.
  const ownLine = text === step.text;
  const reset = passwordResetAt === null ? '' : TIMELINE_WORDS.resetBefore(dayInShanghai(passwordResetAt));
  const facts = [actor.role === 'engine' ? '' : actor.name, stated, reset].filter(Boolean).join(' · ');
  return (
    <div className="step-line">
      <span className="quiet number step-time">{time}</span>
      <div className="step-text">
        <button type="button" className={undone ? 'step-open undone' : 'step-open'} onClick={() => onOpen(step)}>
          {text}
        </button>
        {undone && <Tag className="undone-mark">{words.undone}</Tag>}
        {quote !== '' && <div className="step-quote">{quote}</div>}
        {ownLine && note !== '' && <div className="quiet">{note}</div>}
        {facts !== '' && <div className="quiet number">{facts}</div>}
      </div>
    </div>
  );
}
