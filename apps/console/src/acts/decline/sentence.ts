import { TASK_EVENTS } from '#domain';
import { sentence, type Sentences, unitActing } from '../../telling';
import { words } from './words';

export const sentences: Sentences = {
  'lane.declined': sentence({
    title: words.title,
    schema: TASK_EVENTS['lane.declined'].schema,
    tell: ({ lane, reason, onBehalf }, told) => ({
      who: unitActing(told, lane, onBehalf),
      done: words.told,
      quote: reason,
    }),
  }),
};
