import { taskEventSchemas } from '#domain';
import { sentence, type Sentences } from '../../telling';
import { WORDS } from '../../words';
import { words } from './words';

export const sentences: Sentences = {
  'task.closed': sentence({
    title: words.title,
    schema: taskEventSchemas['task.closed'],
    tell: ({ closedBy, outcome, statement, closingNumber }) => ({
      who: closedBy.name,
      done: words.told(WORDS.terms.outcomes[outcome], closingNumber),
      quote: statement,
    }),
  }),
};
