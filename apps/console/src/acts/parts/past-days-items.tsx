import { type ReactElement } from 'react';
import { type TaskDetail } from '../../api/answer';
import { DayItem } from '../../forms/day-item';
import { today } from '../../forms/today';
import { limitWords } from '../../telling';
import { WORDS } from '../../words';

const words = WORDS.acts.fields;

interface Props {
  readonly limits: readonly TaskDetail['limits'][number][];
  readonly all: TaskDetail['limits'];
}

/** Asks for each day that is over: a new one, or nothing to keep it. */
export function PastDaysItems({ limits, all }: Props): ReactElement {
  return (
    <>
      <h3 className="form-heading">{words.past}</h3>
      <p className="quiet">{words.pastExtra}</p>
      {limits.map((limit) => (
        <DayItem
          key={limit.limitId}
          name={['pastDays', limit.limitId]}
          title={words.pastLimit(limitWords(limit, all), limit.due ?? '')}
          earliest={today()}
          toCome
        />
      ))}
    </>
  );
}
