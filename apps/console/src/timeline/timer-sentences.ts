import { taskEventSchemas } from '#domain';
import { knownName, limitName, periodWord, said, sentence, type Sentences } from '../telling';
import { WORDS } from '../words';
import { TIMELINE_WORDS as T } from '../words/timeline.words';

const { titles } = WORDS.events;

/** The program's own reminders say little one by one. */
const runOf = (): string => 'timers';

/** How the events are told that the program brings by the clock. */
export const TIMER_SENTENCES: Sentences = {
  'task.reminded': sentence({
    title: titles['task.reminded'],
    schema: taskEventSchemas['task.reminded'],
    tell: ({ kind, limitId, due }, told) => {
      const limit = limitName(told, limitId);
      return said(T.reminder, kind === 'due' ? T.dueToday(limit) : T.reminded(limit, due));
    },
    runOf,
  }),
  'task.urged': sentence({
    title: titles['task.urged'],
    schema: taskEventSchemas['task.urged'],
    tell: ({ limitId, due }, told) => said(T.urging, T.urged(limitName(told, limitId), due)),
    runOf,
  }),
  'task.escalated': sentence({
    title: titles['task.escalated'],
    schema: taskEventSchemas['task.escalated'],
    tell: ({ limitId, due }, told) => said(T.escalation, T.escalated(limitName(told, limitId), due)),
    runOf,
  }),
  'task.period-opened': sentence({
    title: titles['task.period-opened'],
    schema: taskEventSchemas['task.period-opened'],
    // It begins by itself: nobody does it.
    tell: ({ limitId, period, due }, told) => ({
      who: '',
      done: T.periodOpened(knownName(told, limitId), periodWord(period), due),
    }),
    runOf,
  }),
};
