import { TASK_EVENTS } from '#domain';
import { sentence, type Sentences, unitActing } from '../../telling';
import { words } from './words';

export const sentences: Sentences = {
  'lane.accepted': sentence({
    title: words.title,
    schema: TASK_EVENTS['lane.accepted'].schema,
    tell: ({ lane, onBehalf }, told) => ({ who: unitActing(told, lane, onBehalf), done: words.told }),
  }),
};
