import { type ReactElement } from 'react';
import { z } from 'zod';
import { api, bodyOf } from '../../api/client';
import { TextItem } from '../../forms/text-item';
import { type ActFormProps } from '../act';
import { ActForm } from '../parts/act-form';
import { CheckSides } from '../parts/check-sides';
import { commandParams } from '../parts/command-params';
import { statedDay, statedDayValue } from '../parts/stated-day';
import { StillOwed } from '../parts/still-owed';
import { StatedDayItem } from '../parts/stated-day-item';
import { words } from './words';

const kept = z.object({ conclusion: z.string(), ...statedDayValue });
type Values = z.infer<typeof kept>;
const INITIAL: Values = { conclusion: '', occurredOn: null };

/** 核验通过. */
export default function VerifyForm(props: ActFormProps): ReactElement {
  return (
    <ActForm
      {...props}
      kept={kept.partial()}
      initial={INITIAL}
      bodyOf={({ conclusion, ...day }) => ({ conclusion, ...statedDay(day) })}
      send={async (id, body, key) =>
        bodyOf(await api.POST('/api/tasks/{id}/verify', { params: commandParams(id, key), body }))
      }
    >
      <CheckSides task={props.task} timeline={props.timeline}>
        <StillOwed task={props.task} steps={props.timeline.steps} />
        <TextItem
          name="conclusion"
          label={words.fields.conclusion}
          hint={words.fields.conclusionHint}
          required
          rows={6}
        />
        <StatedDayItem act={props.act} task={props.task} />
      </CheckSides>
    </ActForm>
  );
}
