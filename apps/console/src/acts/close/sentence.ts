import { TASK_EVENTS } from '#domain';
import { sentence, type Sentences } from '../../telling';
import { WORDS } from '../../words';
import { words } from './words';

export const sentences: Sentences = {
  'task.closed': sentence({
    title: words.title,
    schema: TASK_EVENTS['task.closed'].schema,
    tell: ({ closedBy, outcome, statement, number }) => ({
      who: closedBy.name,
      done: words.told(WORDS.terms.outcomes[outcome], number),
      quote: statement,
    }),
  }),
};
