import { TASK_EVENTS } from '#domain';
import { sentence, type Sentences, unitName } from '../../telling';
import { words } from './words';

export const sentences: Sentences = {
  'lane.accepted': sentence({
    title: words.title,
    schema: TASK_EVENTS['lane.accepted'].schema,
    tell: ({ lane }, told) => ({ who: unitName(told, lane), done: words.told }),
  }),
};
