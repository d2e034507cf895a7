import { type ReactElement } from 'react';
import { z } from 'zod';
import { api, bodyOf } from '../../api/client';
import { TextItem } from '../../forms/text-item';
import { hasToAnswer, type Lane } from '../../parts/lanes';
import { ACT_WORDS } from '../../words/acts.words';
import { type ActFormProps } from '../act';
import { commandParams } from '../parts/command-params';
import { OnBehalfForm } from '../parts/on-behalf-form';
import { initialSaid, saidDay, saidValues } from '../parts/said-values';

const kept = z.object({ reason: z.string(), ...saidValues });

/** 代录退件. */
export default function DeclineOnBehalfForm(props: ActFormProps): ReactElement {
  const lanes = props.task.lanes.filter(hasToAnswer);
  return (
    <OnBehalfForm
      {...props}
      lanes={lanes}
      kept={kept.partial()}
      initial={(lane: Lane | null) => ({ reason: '', ...initialSaid(lane) })}
      bodyOf={(values) => ({ reason: values.reason, ...saidDay(values) })}
      send={async (id, body, key) =>
        bodyOf(await api.POST('/api/tasks/{id}/decline-on-behalf', { params: commandParams(id, key), body }))
      }
    >
      {() => <TextItem name="reason" label={ACT_WORDS.declineReason} required max={2_000} rows={4} />}
    </OnBehalfForm>
  );
}
