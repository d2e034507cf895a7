import { TASK_EVENTS } from '#domain';
import { authorityText, sentence, type Sentences } from '../../telling';
import { words } from './words';

export const sentences: Sentences = {
  'task.suspended': sentence({
    title: words.title,
    schema: TASK_EVENTS['task.suspended'].schema,
    tell: ({ until, authority, reason }) => ({ done: words.told(until, authorityText(authority)), quote: reason }),
  }),
};
