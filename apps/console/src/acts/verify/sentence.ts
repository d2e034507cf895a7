import { TASK_EVENTS } from '#domain';
import { sentence, type Sentences } from '../../telling';
import { words } from './words';

export const sentences: Sentences = {
  'check.passed': sentence({
    title: words.title,
    schema: TASK_EVENTS['check.passed'].schema,
    tell: ({ conclusion }) => ({ done: words.told, quote: conclusion }),
  }),
};
