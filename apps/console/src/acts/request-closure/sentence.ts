import { TASK_EVENTS } from '#domain';
import { type z } from 'zod';
import { limitName, periodWord, sentence, type Sentences, type Told, unitActing } from '../../telling';
import { ACT_WORDS } from '../../words/acts.words';
import { TIMELINE_WORDS as T } from '../../words/timeline.words';
import { words } from './words';

type Owed = z.infer<(typeof TASK_EVENTS)['lane.claimed']['schema']>['owed'];

/** So many reasons are told; the event holds them all. */
const TOLD = 3;

export const sentences: Sentences = {
  'lane.claimed': sentence({
    title: words.title,
    schema: TASK_EVENTS['lane.claimed'].schema,
    tell: ({ lane, selfCheck, owed, onBehalf }, told) => ({
      who: unitActing(told, lane, onBehalf),
      done: words.told(owed.length),
      quote: selfCheck,
      ...(owed.length === 0 ? {} : { note: reasonsText(owed, told) }),
    }),
  }),
};

/** Why the unit still owes what it owes. */
function reasonsText(owed: Owed, told: Told): string {
  const reasons = owed.slice(0, TOLD).map(({ obligation: { limitId, period }, reason }) => {
    const limit = limitName(told, limitId);
    return T.said(period === null ? limit : T.periodOf(limit, periodWord(period)), reason);
  });
  const text = T.items(reasons);
  return T.said(
    ACT_WORDS.closure.owedReason,
    owed.length > TOLD ? ACT_WORDS.closure.moreReasons(text, owed.length) : text,
  );
}
