import { TASK_EVENTS } from '#domain';
import { sentence, type Sentences } from '../../telling';
import { words } from './words';

export const sentences: Sentences = {
  'task.urged': sentence({
    title: words.title,
    schema: TASK_EVENTS['task.urged'].schema,
    tell: ({ message }) => ({ done: words.told, quote: message }),
  }),
};
