import { TASK_ACTS, TASK_EVENTS } from '#domain';
import { actWord, limitName, periodWord, sentence, type Sentences } from '../../telling';
import { TIMELINE_WORDS as T } from '../../words/timeline.words';
import { words } from './words';

const { told } = words;

export const sentences: Sentences = {
  'proposal.made': sentence({
    title: told.proposed,
    schema: TASK_EVENTS['proposal.made'].schema,
    tell: ({ act, data, grounds }, telling) => {
      const wanted = TASK_ACTS['task.extend'].command.safeParse(data);
      if (act !== 'task.extend' || !wanted.success) return { done: told.made(actWord(act) ?? act), quote: grounds };
      const { limitId, period, due } = wanted.data;
      const limit = limitName(telling, limitId);
      return {
        done: told.extension(period === null ? limit : T.periodOf(limit, periodWord(period)), due),
        quote: grounds,
      };
    },
  }),
  'proposal.decided': sentence({
    title: words.title,
    schema: TASK_EVENTS['proposal.decided'].schema,
    // Which act it was stands in the proposal before it; the only one that is proposed so far is the extension.
    tell: ({ result, reason }) => ({ done: told[result](TASK_ACTS['task.extend'].word), quote: reason }),
  }),
};
