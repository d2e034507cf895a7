import { type ReactElement } from 'react';
import { z } from 'zod';
import { api, bodyOf } from '../../api/client';
import { TextItem } from '../../forms/text-item';
import { ACT_WORDS } from '../../words/acts.words';
import { type ActFormProps } from '../act';
import { ActForm } from '../parts/act-form';
import { AuthorityItems, authorityValues } from '../parts/authority-items';
import { commandParams } from '../parts/command-params';

const kept = z.object({ reason: z.string(), ...authorityValues });
type Values = z.infer<typeof kept>;
const INITIAL: Values = { reason: '', authority: { kind: 'document', reference: '' } };

/** 终止. */
export default function TerminateForm(props: ActFormProps): ReactElement {
  return (
    <ActForm
      {...props}
      kept={kept.partial()}
      initial={INITIAL}
      bodyOf={({ reason, authority }) => ({ reason, authority })}
      send={async (id, body, key) =>
        bodyOf(await api.POST('/api/tasks/{id}/terminate', { params: commandParams(id, key), body }))
      }
    >
      <AuthorityItems />
      <TextItem name="reason" label={ACT_WORDS.fields.reason} required max={2_000} />
    </ActForm>
  );
}
