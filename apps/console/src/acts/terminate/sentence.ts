import { taskEventSchemas } from '#domain';
import { authorityText, sentence, type Sentences } from '../../telling';
import { words } from './words';

export const sentences: Sentences = {
  'task.terminated': sentence({
    title: words.title,
    schema: taskEventSchemas['task.terminated'],
    tell: ({ reason, authority }) => ({ done: words.told(authorityText(authority)), quote: reason }),
  }),
};
