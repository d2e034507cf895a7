import { taskEventSchemas } from '#domain';
import { sentence, type Sentences, unitName } from '../../telling';
import { words } from './words';

export const sentences: Sentences = {
  'task.closure-requested': sentence({
    title: words.title,
    schema: taskEventSchemas['task.closure-requested'],
    tell: ({ unitId, selfCheck }, told) => ({ who: unitName(told, unitId), done: words.told, quote: selfCheck }),
  }),
};
