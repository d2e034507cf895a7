import { type ReactElement } from 'react';
import { z } from 'zod';
import { api, bodyOf } from '../../api/client';
import { TextItem } from '../../forms/text-item';
import { ACT_WORDS } from '../../words/acts.words';
import { type ActFormProps } from '../act';
import { ActForm } from '../parts/act-form';
import { commandParams } from '../parts/command-params';
import { statedDay, statedDayValue } from '../parts/stated-day';
import { StatedDayItem } from '../parts/stated-day-item';

const kept = z.object({ reason: z.string(), ...statedDayValue });
type Values = z.infer<typeof kept>;
const INITIAL: Values = { reason: '', occurredOn: null };

/** 退件. */
export default function DeclineForm(props: ActFormProps): ReactElement {
  return (
    <ActForm
      {...props}
      kept={kept.partial()}
      initial={INITIAL}
      bodyOf={({ reason, ...day }) => ({ reason, ...statedDay(day) })}
      send={async (id, body, key) =>
        bodyOf(await api.POST('/api/tasks/{id}/decline', { params: commandParams(id, key), body }))
      }
    >
      <TextItem name="reason" label={ACT_WORDS.declineReason} required max={2_000} rows={4} />
      <StatedDayItem act={props.act} task={props.task} />
    </ActForm>
  );
}
