import { TASK_EVENTS } from '#domain';
import { personSpeaking, sentence, type Sentences, unitNames } from '../../telling';
import { words } from './words';

export const sentences: Sentences = {
  'instruction.given': sentence({
    title: words.title,
    schema: TASK_EVENTS['instruction.given'].schema,
    tell: ({ lanes, text, answerBy, onBehalf }, told) => ({
      ...(onBehalf ? { who: personSpeaking(told, onBehalf) } : {}),
      done: words.told(unitNames(told, lanes) ?? '', answerBy),
      quote: text,
    }),
  }),
};
