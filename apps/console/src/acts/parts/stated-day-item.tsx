import { type ReactElement } from 'react';
import { PastDayItem } from '../../forms/day-item';
import { ACT_WORDS } from '../../words/acts.words';
import { type ActFormProps } from '../act';
import { standingOf } from '../act-plan';

interface Props extends Pick<ActFormProps, 'act' | 'task'> {
  readonly extra?: string;
}

/** Asks for the day on which the step was taken; the server says which steps it may not stand before. */
export function StatedDayItem({ act, task, ...shown }: Props): ReactElement {
  const earliest = standingOf(act, task)?.notBefore ?? null;
  return (
    <PastDayItem
      name="occurredOn"
      title={ACT_WORDS.fields.occurredOn}
      {...shown}
      {...(earliest === null ? {} : { earliest })}
    />
  );
}
