import { type ReactElement } from 'react';
import { z } from 'zod';
import { api, bodyOf } from '../../api/client';
import { type ActFormProps } from '../act';
import { ActForm } from '../parts/act-form';
import { commandParams } from '../parts/command-params';
import { Standstill } from './standstill';

const kept = z.object({});

/** 恢复办理. */
export default function ResumeForm(props: ActFormProps): ReactElement {
  return (
    <ActForm
      {...props}
      kept={kept}
      initial={{}}
      bodyOf={() => ({})}
      send={async (id, body, key) =>
        bodyOf(await api.POST('/api/tasks/{id}/resume', { params: commandParams(id, key), body }))
      }
    >
      {props.task.suspension !== null && <Standstill suspension={props.task.suspension} />}
    </ActForm>
  );
}
