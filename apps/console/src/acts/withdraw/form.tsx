import { type ReactElement } from 'react';
import { z } from 'zod';
import { api, bodyOf } from '../../api/client';
import { type ActFormProps } from '../act';
import { ActForm } from '../parts/act-form';
import { commandParams } from '../parts/command-params';

const kept = z.object({});
type Values = z.infer<typeof kept>;
const INITIAL: Values = {};

/** 撤回. */
export default function WithdrawForm(props: ActFormProps): ReactElement {
  return (
    <ActForm
      {...props}
      kept={kept.partial()}
      initial={INITIAL}
      // The step that this page shows, and no other that came meanwhile.
      bodyOf={() => (props.task.withdrawable === null ? {} : { commandId: props.task.withdrawable.commandId })}
      send={async (id, body, key) =>
        bodyOf(await api.POST('/api/tasks/{id}/withdraw', { params: commandParams(id, key), body }))
      }
    >
      {null}
    </ActForm>
  );
}
