import { TextItem } from '../forms/text-item';
import { WORDS } from '../words';

import { type ReactElement } from 'react';
import { z } from 'zod';
import { api, bodyOf } from '../api/client';
import { ActForm, type ActFormProps } from './act-form';
import { commandParams } from './command-params';
import { statedDay, statedDayValue } from './stated-day';
import { StatedDayItem } from './stated-day-item';

const kept = z.object({ reason: z.string(), ...statedDayValue });
type Values = z.infer<typeof kept>;
const INITIAL: Values = { reason: '', occurredOn: null };

/** 退件. */
export default function DeclineForm(props: ActFormProps): ReactElement {
  return (
    <ActForm
      {...props}
      operation="task.decline"
      kept={kept.partial()}
      initial={INITIAL}
      bodyOf={({ reason, ...day }) => ({ reason, ...statedDay(day) })}
      send={async (id, body, key) =>
        bodyOf(await api.POST('/api/tasks/{id}/decline', { params: commandParams(id, key), body }))
      }
    >
      <TextItem name="reason" label={WORDS.acts.fields.declineReason} required max={2_000} rows={4} />
      <StatedDayItem task={props.task} />
    </ActForm>
  );
}
