import { TASK_EVENTS } from '#domain';
import { sentence, type Sentences, unitName } from '../../telling';
import { words } from './words';

export const sentences: Sentences = {
  'lane.declined': sentence({
    title: words.title,
    schema: TASK_EVENTS['lane.declined'].schema,
    tell: ({ lane, reason }, told) => ({ who: unitName(told, lane), done: words.told, quote: reason }),
  }),
};
