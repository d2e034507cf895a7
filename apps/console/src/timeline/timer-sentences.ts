import { type RungKind, TASK_EVENTS, turnKindSchema } from '#domain';
import { limitName, periodWord, said, sentence, type Sentences, type Telling } from '../telling';
import { WORDS } from '../words';
import { TIMELINE_WORDS as T } from '../words/timeline.words';

/** How each kind of rung is told. */
const RUNGS: Readonly<Record<RungKind, (limit: string, due: string) => Telling>> = {
  remind: (limit, due) => ({ ...said(T.reminder, T.reminded(limit, due)), title: T.reminders }),
  due: (limit) => ({ ...said(T.reminder, T.dueToday(limit)), title: T.reminders }),
  urge: (limit, due) => said(T.urging, T.urged(limit, due)),
  escalate: (limit, due) => said(T.escalation, T.escalated(limit, due)),
  propose: (limit, due) => said(T.proposal, T.proposed(limit, due)),
};

/** The clock of a holder. */
function clockTelling(holder: string | null, kind: RungKind, due: string): Telling {
  const turn = turnKindSchema.safeParse(holder);
  if (!turn.success) return RUNGS[kind](T.someLimit, due);
  if (turn.data === 'review') return { ...said(T.reminder, T.reviewDue(due)), title: T.reminders };
  const name = WORDS.terms.turns[turn.data];
  if (kind === 'escalate') return said(T.escalation, T.clockTold(name, due));
  return kind === 'urge'
    ? said(T.urging, T.clockLate(name, due))
    : { ...said(T.reminder, T.clockToday(name)), title: T.reminders };
}

/** How the events are told that the program brings by the clock. */
export const TIMER_SENTENCES: Sentences = {
  'rung.fired': sentence({
    title: WORDS.events.titles['rung.fired'],
    schema: TASK_EVENTS['rung.fired'].schema,
    tell: ({ rung, obligation, holder, due }, told) => {
      if (obligation === null) return clockTelling(holder, rung.kind, due);
      const { limitId, period } = obligation;
      const limit = limitName(told, limitId);
      return RUNGS[rung.kind](period === null ? limit : T.periodOf(limit, periodWord(period)), due);
    },
    // The program's own reminders say little one by one.
    runOf: () => 'timers',
  }),
};
