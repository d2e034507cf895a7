import { TASK_EVENTS } from '#domain';
import { sentence, type Sentences, unitNames } from '../../telling';
import { TIMELINE_WORDS as T } from '../../words/timeline.words';
import { words } from './words';

export const sentences: Sentences = {
  'task.confirmed': sentence({
    title: words.title,
    schema: TASK_EVENTS['task.confirmed'].schema,
    tell: ({ leads, supports, limits }, told) => {
      const named = unitNames(told, leads) ?? T.none;
      return { done: words.told.done(named, unitNames(told, supports), words.told[limits]) };
    },
  }),
};
