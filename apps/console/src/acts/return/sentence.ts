import { TASK_EVENTS } from '#domain';
import { limitNames, sentence, type Sentences } from '../../telling';
import { words } from './words';

export const sentences: Sentences = {
  'check.returned': sentence({
    title: words.title,
    schema: TASK_EVENTS['check.returned'].schema,
    tell: ({ missing, open }, told) => ({
      done: words.told(
        limitNames(
          told,
          open.map(({ obligation }) => obligation.limitId),
        ),
      ),
      quote: missing,
    }),
  }),
};
