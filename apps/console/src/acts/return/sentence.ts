import { TASK_EVENTS } from '#domain';
import { type z } from 'zod';
import { limitName, periodWord, sentence, type Sentences, type Told, unitNames } from '../../telling';
import { TIMELINE_WORDS as T } from '../../words/timeline.words';
import { words } from './words';

type Open = z.infer<(typeof TASK_EVENTS)['check.returned']['schema']>['open'];

/** So many are named with their days; the event holds them all. */
const NAMED = 6;

export const sentences: Sentences = {
  'check.returned': sentence({
    title: words.title,
    schema: TASK_EVENTS['check.returned'].schema,
    tell: ({ missing, unmet, to, open }, told) => ({
      done: words.told.returned(unitNames(told, to) ?? '', openText(open, told)),
      quote: missing,
      ...(unmet.length === 0 ? {} : { note: words.told.unmet(T.list(unmet)) }),
    }),
  }),
};

/** What is open again and until when, each once whichever units owe it. */
function openText(open: Open, told: Told): string {
  const named = open.map(({ obligation: { limitId, period }, due }) => {
    const limit = limitName(told, limitId);
    return words.told.until(period === null ? limit : T.periodOf(limit, periodWord(period)), due);
  });
  const once = [...new Set(named)];
  const shown = T.list(once.slice(0, NAMED));
  return once.length > NAMED ? words.told.more(shown, once.length) : shown;
}
