import { taskEventSchemas } from '#domain';
import { sentence, type Sentences, unitNames } from '../../telling';
import { TIMELINE_WORDS as T } from '../../words/timeline.words';
import { words } from './words';

export const sentences: Sentences = {
  'task.assigned': sentence({
    title: words.title,
    schema: taskEventSchemas['task.assigned'],
    tell: ({ leadUnitIds, supportUnitIds, replyBy, requirements }, told) => {
      const leads = unitNames(told, leadUnitIds) ?? T.none;
      return { done: words.told(leads, unitNames(told, supportUnitIds), replyBy), quote: requirements };
    },
  }),
};
