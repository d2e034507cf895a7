import { taskEventSchemas } from '#domain';
import { sentence, type Sentences, unitName } from '../../telling';
import { words } from './words';

export const sentences: Sentences = {
  'task.accepted': sentence({
    title: words.title,
    schema: taskEventSchemas['task.accepted'],
    tell: ({ unitId }, told) => ({ who: unitName(told, unitId), done: words.told }),
  }),
};
