import { type ReactElement } from 'react';
import { z } from 'zod';
import { api, bodyOf } from '../api/client';
import { TextItem } from '../forms/text-item';
import { WORDS } from '../words';
import { ActForm, type ActFormProps } from './act-form';
import { CheckSides } from './check-sides';
import { commandParams } from './command-params';
import { statedDay, statedDayValue } from './stated-day';
import { StatedDayItem } from './stated-day-item';

const kept = z.object({ conclusion: z.string(), ...statedDayValue });
type Values = z.infer<typeof kept>;
const INITIAL: Values = { conclusion: '', occurredOn: null };
const words = WORDS.acts.fields;

/** 核验通过. */
export default function VerifyForm(props: ActFormProps): ReactElement {
  return (
    <ActForm
      {...props}
      operation="task.verify"
      kept={kept.partial()}
      initial={INITIAL}
      bodyOf={({ conclusion, ...day }) => ({ conclusion, ...statedDay(day) })}
      send={async (id, body, key) =>
        bodyOf(await api.POST('/api/tasks/{id}/verify', { params: commandParams(id, key), body }))
      }
    >
      <CheckSides task={props.task}>
        <TextItem name="conclusion" label={words.conclusion} hint={words.conclusionHint} required rows={6} />
        <StatedDayItem task={props.task} />
      </CheckSides>
    </ActForm>
  );
}
