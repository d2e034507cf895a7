import { TextItem } from '../forms/text-item';
import { WORDS } from '../words';

import { type ReactElement } from 'react';
import { z } from 'zod';
import { api, bodyOf } from '../api/client';
import { ActForm, type ActFormProps } from './act-form';
import { commandParams } from './command-params';
import { statedDay, statedDayValue } from './stated-day';
import { StatedDayItem } from './stated-day-item';

const kept = z.object({ message: z.string(), ...statedDayValue });
type Values = z.infer<typeof kept>;
const INITIAL: Values = { message: '', occurredOn: null };

/** 催办. */
export default function UrgeForm(props: ActFormProps): ReactElement {
  return (
    <ActForm
      {...props}
      operation="task.urge"
      kept={kept.partial()}
      initial={INITIAL}
      bodyOf={({ message, ...day }) => ({ message, ...statedDay(day) })}
      send={async (id, body, key) =>
        bodyOf(await api.POST('/api/tasks/{id}/urge', { params: commandParams(id, key), body }))
      }
    >
      <TextItem
        name="message"
        label={WORDS.acts.fields.message}
        max={2_000}
        rows={4}
        hint={WORDS.acts.fields.messageHint}
      />
      <StatedDayItem task={props.task} />
    </ActForm>
  );
}
