import { type ReactElement } from 'react';
import { z } from 'zod';
import { api, bodyOf } from '../../api/client';
import { TextItem } from '../../forms/text-item';
import { type ActFormProps } from '../act';
import { ActForm } from '../parts/act-form';
import { commandParams } from '../parts/command-params';
import { statedDay, statedDayValue } from '../parts/stated-day';
import { StatedDayItem } from '../parts/stated-day-item';
import { words } from './words';

const kept = z.object({ message: z.string(), ...statedDayValue });
type Values = z.infer<typeof kept>;
const INITIAL: Values = { message: '', occurredOn: null };

/** 催办. */
export default function UrgeForm(props: ActFormProps): ReactElement {
  return (
    <ActForm
      {...props}
      kept={kept.partial()}
      initial={INITIAL}
      bodyOf={({ message, ...day }) => ({ message, ...statedDay(day) })}
      send={async (id, body, key) =>
        bodyOf(await api.POST('/api/tasks/{id}/urge', { params: commandParams(id, key), body }))
      }
    >
      <TextItem name="message" label={words.fields.message} max={2_000} rows={4} hint={words.fields.messageHint} />
      <StatedDayItem act={props.act} task={props.task} />
    </ActForm>
  );
}
