import { type ReactElement } from 'react';
import { TextItem } from '../../forms/text-item';
import { type ActFormProps } from '../act';
import { StatedDayItem } from '../parts/stated-day-item';
import { words } from './words';

/** What a passed check asks for. */
export function VerifyItems({ act, task }: Pick<ActFormProps, 'act' | 'task'>): ReactElement {
  return (
    <>
      <TextItem
        name="conclusion"
        label={words.fields.conclusion}
        hint={words.fields.conclusionHint}
        required
        rows={6}
      />
      <StatedDayItem act={act} task={task} />
    </>
  );
}
