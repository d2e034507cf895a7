import { type ReactElement, useState } from 'react';
import { z } from 'zod';
import { api, bodyOf } from '../../api/client';
import { type ActFormProps } from '../act';
import { ActForm } from '../parts/act-form';
import { commandParams } from '../parts/command-params';
import { changesOf, contentOf, contentValues } from '../parts/content-changes';
import { contentFault, ContentItems } from '../parts/content-items';

const kept = z.object(contentValues);

/** 修改草稿. */
export default function CorrectDraftForm(props: ActFormProps): ReactElement {
  const { task, timeline } = props;
  // Only what this person changes is sent, also when somebody else has changed something meanwhile.
  const [began] = useState(task);
  const [initial] = useState(() => contentOf(task));
  return (
    <ActForm
      {...props}
      kept={kept.partial()}
      initial={initial}
      faultOf={(values) => contentFault(changesOf(began, values) !== null, values)}
      bodyOf={(values) => ({ changes: changesOf(began, values) ?? {} })}
      send={async (id, body, key) =>
        bodyOf(await api.POST('/api/tasks/{id}/correct-draft', { params: commandParams(id, key), body }))
      }
    >
      <ContentItems task={task} timeline={timeline} />
    </ActForm>
  );
}
