import { taskEventSchemas } from '#domain';
import { authorityText, sentence, type Sentences } from '../../telling';
import { words } from './words';

export const sentences: Sentences = {
  'task.hung': sentence({
    title: words.title,
    schema: taskEventSchemas['task.hung'],
    tell: ({ taskNumber, authority }) => ({ done: words.told(taskNumber, authorityText(authority)) }),
  }),
};
