import { type TaskDetail } from '../api/answer';
import { periodWord, recurrenceWord } from '../timeline';

/** A limit as something that can be ticked: its words, and its day or the period that is owed. */
export function limitOption(limit: TaskDetail['limits'][number]): { value: string; label: string } {
  const { limitId, what, sourceText, due, recurrence, openPeriods } = limit;
  const [owed] = openPeriods;
  const when =
    recurrence === null ? due : [recurrenceWord(recurrence), owed && periodWord(owed.period)].filter(Boolean).join(' ');
  return { value: limitId, label: [what === '' ? sourceText : what, when].filter(Boolean).join(' ') };
}
