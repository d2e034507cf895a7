import { taskEventSchemas } from '#domain';
import { sentence, type Sentences } from '../../telling';
import { words } from './words';

export const sentences: Sentences = {
  'task.urged-by-office': sentence({
    title: words.title,
    schema: taskEventSchemas['task.urged-by-office'],
    tell: ({ message }) => ({ done: words.told, quote: message }),
  }),
};
