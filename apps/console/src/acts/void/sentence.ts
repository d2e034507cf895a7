import { taskEventSchemas } from '#domain';
import { sentence, type Sentences } from '../../telling';
import { words } from './words';

export const sentences: Sentences = {
  'task.voided': sentence({
    title: words.title,
    schema: taskEventSchemas['task.voided'],
    tell: ({ reason }) => ({ done: words.told, quote: reason }),
  }),
};
