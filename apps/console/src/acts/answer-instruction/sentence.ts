import { TASK_EVENTS } from '#domain';
import { sentence, type Sentences, unitActing } from '../../telling';
import { words } from './words';

export const sentences: Sentences = {
  'instruction.answered': sentence({
    title: words.title,
    schema: TASK_EVENTS['instruction.answered'].schema,
    tell: ({ lane, text, onBehalf }, told) => ({
      who: unitActing(told, lane, onBehalf),
      done: words.told,
      quote: text,
    }),
  }),
};
