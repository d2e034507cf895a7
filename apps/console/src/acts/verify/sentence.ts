import { taskEventSchemas } from '#domain';
import { sentence, type Sentences } from '../../telling';
import { words } from './words';

export const sentences: Sentences = {
  'task.verified': sentence({
    title: words.title,
    schema: taskEventSchemas['task.verified'],
    tell: ({ conclusion }) => ({ done: words.told, quote: conclusion }),
  }),
};
