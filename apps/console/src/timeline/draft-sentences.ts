import { TASK_EVENTS } from '#domain';
import { courseOf, plainClause, sentence, type Sentences, withTarget } from '../telling';
import { EVENT_WORDS } from '../words/events.words';
import { TIMELINE_WORDS as T } from '../words/timeline.words';

/** How a task's reading from a document is told. */
export const DRAFT_SENTENCES: Sentences = {
  'task.drafted': sentence({
    title: EVENT_WORDS.titles['task.drafted'],
    schema: TASK_EVENTS['task.drafted'].schema,
    tell: ({ source, parent }) => {
      if (parent) return { who: parent.splitBy.name, done: T.splitFrom(parent.number) };
      const number = source.documentNumber === null ? '' : T.documentNumber(source.documentNumber);
      return { done: T.drafted(T.draftedSource(source.documentTitle, number, clauseWord(source.number))) };
    },
    follow: (_course, { content: { title, body, limits, indicators }, parent }) => ({
      ...courseOf(limits, indicators.map(withTarget)),
      texts: { title, body },
      ...(parent ? { splitBy: parent.splitBy.name } : {}),
    }),
  }),
};

/** A clause of a document by its number: 1. is 第 1 条, what is written in words stays. */
function clauseWord(number: string): string {
  const plain = plainClause(number);
  return /^\d+$/u.test(plain) ? T.nthClause(plain) : number;
}
