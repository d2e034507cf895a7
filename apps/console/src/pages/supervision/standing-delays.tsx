import { type ReactElement } from 'react';
import { type Answer } from '../../api/answer';
import { daysWord } from '../../parts/days-word';
import { KeptDays } from '../../parts/kept-days';
import { WORDS } from '../../words';
import { EVENT_WORDS } from '../../words/events.words';
import { SUPERVISION_WORDS } from '../../words/supervision.words';

type Delay = Answer<'/api/delays'>['tasks'][number]['delays'][number];

const words = SUPERVISION_WORDS.late;
const RUNGS = EVENT_WORDS.values.rungKinds;

/** The delays of a task, a line for each: by how much it is late now, whose it is, its rung since when, and what the ladder does next. */
export function StandingDelays({ delays }: { readonly delays: readonly Delay[] }): ReactElement {
  return (
    <ul className="standing-delays">
      {delays.map((delay) => (
        <li key={JSON.stringify([delay.unit?.unitId, delay.limit, delay.turn, delay.due])}>
          <span className="keep lamp-late number">{daysWord(-delay.lateNow, delay.due, undefined, true)}</span>
          <span>{whose(delay)}</span>
          <span className="quiet">
            <KeptDays text={words.stands(RUNGS[delay.rung], delay.toldOn)} />
          </span>
          <span>
            <KeptDays text={nextWord(delay.next)} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** 市卫健局, 市卫健局签收, 审批. */
function whose({ unit, turn }: Delay): string {
  return `${unit?.name ?? ''}${turn === null ? '' : WORDS.terms.turns[turn]}`;
}

function nextWord(next: Delay['next']): string {
  return next === null ? words.noNext : words.next(next.on, RUNGS[next.rung]);
}
