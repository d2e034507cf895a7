import { TASK_EVENTS } from '#domain';
import { authorityText, sentence, type Sentences } from '../../telling';
import { words } from './words';

export const sentences: Sentences = {
  'task.terminated': sentence({
    title: words.title,
    schema: TASK_EVENTS['task.terminated'].schema,
    tell: ({ reason, authority }) => ({
      done: authority === undefined ? words.told.done : words.told.onAuthority(authorityText(authority)),
      quote: reason,
    }),
  }),
};
