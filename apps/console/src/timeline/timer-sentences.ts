import { type z } from 'zod';
import { type RungKind, TASK_EVENTS, turnKindSchema } from '#domain';
import {
  limitName,
  periodWord,
  policyVersionWord,
  said,
  sentence,
  type Sentences,
  type Telling,
  type Told,
  toldPeopleText,
  unitName,
} from '../telling';
import { WORDS } from '../words';
import { EVENT_WORDS } from '../words/events.words';
import { TIMELINE_WORDS as T } from '../words/timeline.words';

/** How each kind of rung is told. */
const RUNGS: Readonly<Record<RungKind, (limit: string, due: string) => Telling>> = {
  remind: (limit, due) => ({ ...said(T.reminder, T.reminded(limit, due)), title: T.reminders }),
  due: (limit, due) => ({ ...said(T.reminder, T.dueOn(limit, due)), title: T.reminders }),
  urge: (limit, due) => said(T.urging, T.urged(limit, due)),
  escalate: (limit, due) => said(T.escalation, T.escalated(limit, due)),
  propose: (limit, due) => said(T.proposal, T.proposed(limit, due)),
  notice: (limit, due) => said(T.escalation, T.toldAgain(limit, due)),
};

/** What is told of a clock on, after and long after its day. */
type ClockTold = Readonly<Record<'due' | 'urge' | 'escalate', string>>;

/** The clock of a holder; a unit's answer by the unit's name. */
function clockTelling(holder: string | null, unit: string, kind: RungKind, due: string): Telling {
  const turn = turnKindSchema.safeParse(holder);
  if (!turn.success) return RUNGS[kind](T.someLimit, due);
  const name = `${unit}${WORDS.terms.turns[turn.data]}`;
  const told: ClockTold =
    turn.data === 'review'
      ? { due: T.reviewDue(due), urge: T.reviewLate(due), escalate: T.reviewTold(due) }
      : {
          due: T.clockToday(name),
          urge: T.clockLate(name, due),
          escalate: T.clockTold(name, due),
        };
  if (kind === 'escalate' || kind === 'notice') return said(T.escalation, told.escalate);
  return kind === 'urge' ? said(T.urging, told.urge) : { ...said(T.reminder, told.due), title: T.reminders };
}

type Fired = z.infer<(typeof TASK_EVENTS)['rung.fired']['schema']>;

function rungTelling({ rung, obligation, holder, unit, due }: Fired, told: Told): Telling {
  const name = unit === undefined ? '' : unitName(told, unit);
  if (obligation === null) return clockTelling(holder, name, rung.kind, due);
  const { limitId, period } = obligation;
  const limit = limitName(told, limitId);
  return RUNGS[rung.kind](period === null ? limit : T.periodOf(limit, periodWord(period)), due);
}

/** How the events are told that the program brings by the clock. */
export const TIMER_SENTENCES: Sentences = {
  'rules.moved': sentence({
    title: EVENT_WORDS.titles['rules.moved'],
    schema: TASK_EVENTS['rules.moved'].schema,
    tell: ({ rules, reason, movedClocks }) => ({
      done: T.rulesMoved(policyVersionWord(rules.policy), rules.calendar),
      quote: reason,
      note: movedClocks.map(({ kind, from, to }) => T.clockMoved[kind](from, to)).join('，'),
    }),
  }),
  'rung.fired': sentence({
    title: EVENT_WORDS.titles['rung.fired'],
    schema: TASK_EVENTS['rung.fired'].schema,
    tell: (fired, told) => ({ ...rungTelling(fired, told), note: toldPeopleText(fired, told) }),
    // The program's own reminders say little one by one.
    runOf: () => 'timers',
  }),
};
