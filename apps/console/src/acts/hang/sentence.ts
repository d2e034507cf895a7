import { TASK_EVENTS } from '#domain';
import { authorityText, sentence, type Sentences } from '../../telling';
import { words } from './words';

export const sentences: Sentences = {
  'task.hung': sentence({
    title: words.title,
    schema: TASK_EVENTS['task.hung'].schema,
    tell: ({ number, authority }) => ({ done: words.told(number, authorityText(authority)) }),
  }),
};
