import { taskEventSchemas } from '#domain';
import { limitNames, sentence, type Sentences } from '../../telling';
import { words } from './words';

export const sentences: Sentences = {
  'task.returned': sentence({
    title: words.title,
    schema: taskEventSchemas['task.returned'],
    tell: ({ missing, limitsReopened }, told) => ({
      done: words.told(limitNames(told, limitsReopened)),
      quote: missing,
    }),
  }),
};
