import { type ReactElement } from 'react';
import { z } from 'zod';
import { api, bodyOf } from '../../api/client';
import { TextItem } from '../../forms/text-item';
import { ACT_WORDS } from '../../words/acts.words';
import { type ActFormProps } from '../act';
import { ActForm } from '../parts/act-form';
import { commandParams } from '../parts/command-params';

const kept = z.object({ reason: z.string() });
type Values = z.infer<typeof kept>;
const INITIAL: Values = { reason: '' };

/** 作废. */
export default function VoidForm(props: ActFormProps): ReactElement {
  return (
    <ActForm
      {...props}
      kept={kept.partial()}
      initial={INITIAL}
      bodyOf={({ reason }) => ({ reason })}
      send={async (id, body, key) =>
        bodyOf(await api.POST('/api/tasks/{id}/void', { params: commandParams(id, key), body }))
      }
    >
      <TextItem name="reason" label={ACT_WORDS.fields.reason} required max={2_000} rows={4} />
    </ActForm>
  );
}
