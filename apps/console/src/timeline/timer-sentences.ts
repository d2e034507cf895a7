import { type RungKind, TASK_EVENTS } from '#domain';
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

/** How the events are told that the program brings by the clock. */
export const TIMER_SENTENCES: Sentences = {
  'rung.fired': sentence({
    title: WORDS.events.titles['rung.fired'],
    schema: TASK_EVENTS['rung.fired'].schema,
    tell: ({ rung, obligation, due }, told) => {
      const limit = obligation === null ? T.someLimit : limitName(told, obligation.limitId);
      const period = obligation?.period ?? null;
      return RUNGS[rung.kind](period === null ? limit : T.periodOf(limit, periodWord(period)), due);
    },
    // The program's own reminders say little one by one.
    runOf: () => 'timers',
  }),
};
