import { type ReactElement } from 'react';
import { dayInShanghai } from '#domain';
import { type TaskDetail } from '../../api/answer';
import { type Step } from '../../telling';
import { TASK_WORDS } from '../../words/task.words';
import { holderOf, standsOf, standsSince, strip } from './lifecycle-strip';

const words = TASK_WORDS.strip;

interface Props {
  readonly task: Pick<TaskDetail, 'status' | 'leadUnits'>;
  readonly steps: readonly Step[];
}

/** The lifecycle as the table declares it, where the task stands, who holds it and since when. */
export function TaskStrip({ task, steps }: Props): ReactElement {
  const reached = standsOf(steps).map(({ status }) => status);
  return (
    <section className="panel strip-panel" aria-label={words.label}>
      <ol className="strip">
        {strip(task.status, reached).map(({ status, word, at }) => (
          <li key={status} className={`place place-${at}`} {...(at === 'now' ? { 'aria-current': 'step' } : {})}>
            <span className="place-mark" aria-hidden="true" />
            <span>{word}</span>
          </li>
        ))}
      </ol>
      <p className="strip-holder">{holding(task, steps)}</p>
    </section>
  );
}

function holding(task: Props['task'], steps: readonly Step[]): string {
  const since = standsSince(task.status, steps);
  const holder = holderOf(task);
  if (holder === null) return since === null ? words.endedOnly : words.ended(dayInShanghai(since));
  return since === null ? words.holderOnly(holder) : words.holder(holder, dayInShanghai(since));
}
