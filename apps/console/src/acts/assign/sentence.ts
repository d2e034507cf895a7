import { TASK_EVENTS } from '#domain';
import { sentence, type Sentences, unitNames, unitsOfLanes } from '../../telling';
import { TIMELINE_WORDS as T } from '../../words/timeline.words';
import { words } from './words';

export const sentences: Sentences = {
  'task.assigned': sentence({
    title: words.title,
    schema: TASK_EVENTS['task.assigned'].schema,
    tell: ({ lanes, replyBy, requirements }, told) => {
      const { leads, supports } = unitsOfLanes(lanes);
      const named = unitNames(told, leads) ?? T.none;
      return { done: words.told(named, unitNames(told, supports), replyBy), quote: requirements };
    },
  }),
};
