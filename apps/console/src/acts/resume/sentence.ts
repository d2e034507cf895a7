import { TASK_EVENTS } from '#domain';
import { sentence, type Sentences } from '../../telling';
import { words } from './words';

export const sentences: Sentences = {
  'task.resumed': sentence({
    title: words.title,
    schema: TASK_EVENTS['task.resumed'].schema,
    tell: ({ by }) => ({ done: words.told[by] }),
  }),
};
