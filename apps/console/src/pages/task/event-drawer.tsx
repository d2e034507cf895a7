import { Button, Drawer, Grid, Skeleton } from 'antd';
import { type ReactElement, useState } from 'react';
import { type TaskDetail } from '../../api/answer';
import { reads } from '../../api/client';
import { problemOf } from '../../api/problem';
import { mayAnywhere, useMe } from '../../app/session';
import { useFocusBack } from '../../acts/use-focus-back';
import { EventRecord } from '../../timeline/event-record/event-record';
import { ProblemNote } from '../../parts/problem-note';
import { type Step } from '../../telling';
import { EVENT_WORDS } from '../../words/events.words';

const words = EVENT_WORDS;
const WIDTH = 560;

interface Props {
  readonly task: TaskDetail;
  readonly step: Step;
  readonly onClose: () => void;
}

/** One event: who, for which unit, the two days, its place and its seal, its content, and the record as it is kept. */
export function EventDrawer({ task, step, onClose }: Props): ReactElement {
  const { md = true } = Grid.useBreakpoint();
  useFocusBack();
  return (
    <Drawer open title={step.title} onClose={onClose} placement={md ? 'right' : 'bottom'} size={md ? WIDTH : '85%'}>
      <p>{step.text}</p>
      {step.quote !== '' && <p className="reading">{step.quote}</p>}
      {step.note !== '' && <p className="quiet">{step.note}</p>}
      <EventRecord entry={step.entry} course={step.course} />
      <Raw taskId={task.taskId} revision={step.entry.revision} />
    </Drawer>
  );
}

function Raw({ taskId, revision }: { readonly taskId: string; readonly revision: number }): ReactElement {
  const me = useMe();
  const [asked, setAsked] = useState(false);
  const may = mayAnywhere(me, 'task.events');
  const params = { path: { taskId }, query: { cursor: revision, limit: 1 } };
  const { data, error } = reads.useQuery('get', '/api/tasks/{taskId}/events', { params }, { enabled: may && asked });
  if (!may) return <p className="quiet">{words.rawDenied}</p>;
  if (!asked) return <Button onClick={() => setAsked(true)}>{words.showRaw}</Button>;
  if (error !== null && data === undefined) return <ProblemNote problem={problemOf(error)} />;
  if (data === undefined) return <Skeleton active />;
  return (
    <>
      <h3>{words.raw}</h3>
      <pre className="raw" tabIndex={0} aria-label={words.raw}>
        {JSON.stringify(data.events[0] ?? null, null, 2)}
      </pre>
    </>
  );
}
