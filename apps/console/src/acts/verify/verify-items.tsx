import { type ReactElement } from 'react';
import { TextItem } from '../../forms/text-item';
import { type ActFormProps } from '../act';
import { AcceptanceItems } from '../parts/acceptance-items';
import { StatedDayItem } from '../parts/stated-day-item';
import { words } from './words';

/** What a passed check asks for: each criterion confirmed, and a conclusion in words. */
export function VerifyItems({ act, task }: Pick<ActFormProps, 'act' | 'task'>): ReactElement {
  return (
    <>
      <AcceptanceItems criteria={task.acceptance} />
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
