import { taskEventSchemas } from '#domain';
import { sentence, type Sentences, unitNames } from '../../telling';
import { TIMELINE_WORDS as T } from '../../words/timeline.words';
import { words } from './words';

export const sentences: Sentences = {
  'task.confirmed': sentence({
    title: words.title,
    schema: taskEventSchemas['task.confirmed'],
    tell: ({ leadUnitIds, supportUnitIds, limits }, told) => {
      const leads = unitNames(told, leadUnitIds) ?? T.none;
      return { done: words.told.done(leads, unitNames(told, supportUnitIds), words.told[limits]) };
    },
  }),
};
