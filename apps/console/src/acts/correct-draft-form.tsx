import { type ReactElement, useState } from 'react';
import { z } from 'zod';
import { api, bodyOf } from '../api/client';
import { ActForm, type ActFormProps } from './act-form';
import { commandParams } from './command-params';
import { changesOf, contentOf, contentValues } from './content-changes';
import { contentFault, ContentItems } from './content-items';

const kept = z.object(contentValues);

/** 修改草稿. */
export default function CorrectDraftForm(props: ActFormProps): ReactElement {
  const { task } = props;
  // Only what this person changes is sent, also when somebody else has changed something meanwhile.
  const [began] = useState(task);
  const [initial] = useState(() => contentOf(task));
  return (
    <ActForm
      {...props}
      operation="task.correct-draft"
      kept={kept.partial()}
      initial={initial}
      faultOf={(values) => contentFault(changesOf(began, values) !== null, values)}
      bodyOf={(values) => ({ changes: changesOf(began, values) ?? {} })}
      send={async (id, body, key) =>
        bodyOf(await api.POST('/api/tasks/{id}/correct-draft', { params: commandParams(id, key), body }))
      }
    >
      <ContentItems task={task} />
    </ActForm>
  );
}
