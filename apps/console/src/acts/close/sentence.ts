import { outcomeWord, TASK_EVENTS } from '#domain';
import { sawText, sentence, type Sentences } from '../../telling';
import { TIMELINE_WORDS as T } from '../../words/timeline.words';
import { words } from './words';

export const sentences: Sentences = {
  'task.closed': sentence({
    title: words.title,
    schema: TASK_EVENTS['task.closed'].schema,
    tell: ({ closedBy, outcome, statement, number, owed, owedReason, saw }, told) => {
      const done = words.told.done(outcomeWord(outcome, told.entry.ledgerKind), number);
      const open = owedReason === undefined ? [] : [words.told.owed(owed.length, owedReason)];
      const note = T.said(words.told.saw, sawText(saw, told));
      return { who: closedBy.name, done: T.clauses([done, ...open]), quote: statement, note };
    },
  }),
};
