import { Tag } from 'antd';
import { type ReactElement } from 'react';
import { type TaskDetail } from '../../api/answer';
import { WORDS } from '../../words';
import { EVENT_WORDS } from '../../words/events.words';
import { TASK_WORDS } from '../../words/task.words';
import { KeptDays } from '../kept-days';
import { partWords, type WithLimits } from './due-parts';
import './facts.css';

type Delay = TaskDetail['delays'][number];

/** A task with its delays. */
interface Late extends WithLimits {
  readonly delays: readonly Delay[];
}

const words = TASK_WORDS.delays;

/** The delays of which people were told, those told last first: what is late, who was told and when, and who has read it. */
export function DelayList({ task }: { readonly task: Late }): ReactElement {
  return (
    <ul className="fact-list">
      {task.delays.map((delay) => (
        <li key={JSON.stringify([delay.unit?.unitId, delay.limit, delay.turn, delay.due])}>
          <Tag variant="outlined">{EVENT_WORDS.values.rungKinds[delay.rung]}</Tag>{' '}
          <KeptDays text={words.late(lateWords(delay, task), delay.due, delay.daysLate)} />
          {delay.told.length > 0 && (
            <div className="quiet">
              <KeptDays text={words.told(delay.toldOn, howTold(delay), delay.told.join(WORDS.parts.and))} />
            </div>
          )}
          {delay.read.length > 0 && (
            <div className="quiet">
              <KeptDays
                text={words.read(delay.read.map(({ name, on }) => words.reader(name, on)).join(WORDS.parts.and))}
              />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

/** A rung is copied to others on the day after, and brought to those above later. */
function howTold({ rung }: Delay): string {
  const { copy, above } = EVENT_WORDS.values.toldAs;
  return rung === 'urge' ? copy : above;
}

/** 市卫健局：出台实施方案; of a turn what the task waits for. */
function lateWords({ unit, limit, turn, due }: Delay, task: WithLimits): string {
  const name = unit?.name ?? '';
  if (limit !== null) return words.owed(name, partWords({ ...limit, due }, task));
  return `${name}${turn === null ? '' : WORDS.terms.turns[turn]}`;
}
