import { type ReactElement, useState } from 'react';
import { z } from 'zod';
import { api, bodyOf } from '../../api/client';
import { LineItem, TextItem } from '../../forms/text-item';
import { termsWord } from '../../telling';
import { ACT_WORDS } from '../../words/acts.words';
import { type ActFormProps } from '../act';
import { ActForm } from '../parts/act-form';
import { commandParams } from '../parts/command-params';
import { wordingChanges, wordingOf } from './wording';
import { words } from './words';

const kept = z.object({
  title: z.string(),
  body: z.string(),
  limits: z.record(z.string(), z.string()),
  reason: z.string(),
});

/** 更正文字: the words of a task that has ended, with the reason. Limits are told apart by their days, which stay. */
export default function CorrectRecordForm(props: ActFormProps): ReactElement {
  const { task } = props;
  // Only what this person changes is sent, also when somebody else has changed something meanwhile.
  const [began] = useState(() => wordingOf(task));
  const [initial] = useState(() => ({ ...began, reason: '' }));
  return (
    <ActForm
      {...props}
      kept={kept.partial()}
      initial={initial}
      faultOf={(values) => (wordingChanges(began, values) === null ? ACT_WORDS.nothingChanged : null)}
      bodyOf={({ reason, ...values }) => ({ changes: wordingChanges(began, values) ?? {}, reason })}
      send={async (id, body, key) =>
        bodyOf(await api.POST('/api/tasks/{id}/correct-record', { params: commandParams(id, key), body }))
      }
    >
      <LineItem name="title" label={ACT_WORDS.fields.title} required max={500} />
      <TextItem name="body" label={ACT_WORDS.fields.body} max={20_000} rows={4} />
      {task.limits.map((limit, index) => (
        <TextItem
          key={limit.limitId}
          name={['limits', limit.limitId]}
          label={words.fields.limit(index + 1, termsWord(limit) ?? '')}
          required={began.limits[limit.limitId] !== ''}
          max={1_000}
          rows={1}
        />
      ))}
      <TextItem name="reason" label={ACT_WORDS.fields.reason} required max={2_000} />
    </ActForm>
  );
}
