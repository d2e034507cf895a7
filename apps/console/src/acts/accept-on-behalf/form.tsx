import { type ReactElement } from 'react';
import { z } from 'zod';
import { api, bodyOf } from '../../api/client';
import { hasToAnswer } from '../../parts/lanes';
import { type ActFormProps } from '../act';
import { commandParams } from '../parts/command-params';
import { OnBehalfForm } from '../parts/on-behalf-form';
import { initialSaid, saidDay, saidValues } from '../parts/said-values';

const kept = z.object(saidValues);

/** 代录签收. */
export default function AcceptOnBehalfForm(props: ActFormProps): ReactElement {
  const lanes = props.task.lanes.filter(hasToAnswer);
  return (
    <OnBehalfForm
      {...props}
      lanes={lanes}
      kept={kept.partial()}
      initial={initialSaid}
      bodyOf={saidDay}
      send={async (id, body, key) =>
        bodyOf(await api.POST('/api/tasks/{id}/accept-on-behalf', { params: commandParams(id, key), body }))
      }
    />
  );
}
