import { type ReactElement, useState } from 'react';
import { z } from 'zod';
import { api, bodyOf } from '../../api/client';
import { TextItem } from '../../forms/text-item';
import { ACT_WORDS } from '../../words/acts.words';
import { type ActFormProps } from '../act';
import { ActForm } from '../parts/act-form';
import { commandParams } from '../parts/command-params';
import { DeclineReasons } from '../parts/decline-reasons';
import { changesOf, contentOf, contentValues } from '../parts/content-changes';
import { contentFault, ContentItems } from '../parts/content-items';

const kept = z.object({ ...contentValues, reason: z.string() });

/** 更正: of a task that is on the account, with the reason. */
export default function CorrectForm(props: ActFormProps): ReactElement {
  const { task, timeline } = props;
  // Only what this person changes is sent, also when somebody else has changed something meanwhile.
  const [began] = useState(task);
  const [initial] = useState(() => ({ ...contentOf(task), reason: '' }));
  return (
    <ActForm
      {...props}
      kept={kept.partial()}
      initial={initial}
      faultOf={({ reason: _reason, ...values }) => contentFault(changesOf(began, values) !== null, values)}
      bodyOf={({ reason, ...values }) => ({ changes: changesOf(began, values) ?? {}, reason })}
      send={async (id, body, key) =>
        bodyOf(await api.POST('/api/tasks/{id}/correct', { params: commandParams(id, key), body }))
      }
    >
      <DeclineReasons task={task} steps={timeline.steps} />
      <ContentItems task={task} timeline={timeline} />
      <TextItem name="reason" label={ACT_WORDS.fields.reason} required max={2_000} />
    </ActForm>
  );
}
