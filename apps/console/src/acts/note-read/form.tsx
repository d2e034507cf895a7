import { type ReactElement } from 'react';
import { z } from 'zod';
import { api, bodyOf } from '../../api/client';
import { DelayList } from '../../parts/task-facts/delay-list';
import { type ActFormProps } from '../act';
import { ActForm } from '../parts/act-form';
import { commandParams } from '../parts/command-params';

const kept = z.object({});

/** 已阅: what one was told, and nothing to fill in. */
export default function NoteReadForm(props: ActFormProps): ReactElement {
  return (
    <ActForm
      {...props}
      kept={kept}
      initial={{}}
      bodyOf={() => ({})}
      send={async (id, body, key) =>
        bodyOf(await api.POST('/api/tasks/{id}/note-read', { params: commandParams(id, key), body }))
      }
    >
      <DelayList task={props.task} />
    </ActForm>
  );
}
