import { TASK_EVENTS } from '#domain';
import { sentence, type Sentences, unitName } from '../../telling';
import { words } from './words';

export const sentences: Sentences = {
  'lane.claimed': sentence({
    title: words.title,
    schema: TASK_EVENTS['lane.claimed'].schema,
    tell: ({ lane, selfCheck, owed }, told) => ({
      who: unitName(told, lane),
      done: words.told(owed.length),
      quote: selfCheck,
    }),
  }),
};
