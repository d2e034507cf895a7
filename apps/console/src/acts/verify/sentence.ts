import { TASK_EVENTS } from '#domain';
import { sawText, sentence, type Sentences } from '../../telling';
import { TIMELINE_WORDS as T } from '../../words/timeline.words';
import { words } from './words';

export const sentences: Sentences = {
  'check.passed': sentence({
    title: words.title,
    schema: TASK_EVENTS['check.passed'].schema,
    tell: ({ conclusion, acceptance, saw }, told) => ({
      done: acceptance.length === 0 ? words.told.done : words.told.confirmed(acceptance.length),
      quote: conclusion,
      note: T.said(words.told.saw, sawText(saw, told)),
    }),
  }),
};
