import { taskEventSchemas } from '#domain';
import { sentence, type Sentences, unitName } from '../../telling';
import { words } from './words';

export const sentences: Sentences = {
  'task.declined': sentence({
    title: words.title,
    schema: taskEventSchemas['task.declined'],
    tell: ({ unitId, reason }, told) => ({ who: unitName(told, unitId), done: words.told, quote: reason }),
  }),
};
