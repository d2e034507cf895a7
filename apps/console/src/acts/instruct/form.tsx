import { Button, Checkbox, Form } from 'antd';
import { type ReactElement } from 'react';
import { z } from 'zod';
import { lanesIn } from '#domain';
import { api, bodyOf } from '../../api/client';
import { DayItem } from '../../forms/day-item';
import { CHOSEN } from '../../forms/rules';
import { TextItem } from '../../forms/text-item';
import { today } from '../../forms/today';
import { type ActFormProps } from '../act';
import { ActForm } from '../parts/act-form';
import { commandParams } from '../parts/command-params';
import { words } from './words';

const kept = z.object({ text: z.string(), lanes: z.array(z.string()), answerBy: z.string().nullable() });
type Values = z.infer<typeof kept>;

/** 批示: one of the usual sentences and the button are two taps; the leads are chosen already. */
export default function InstructForm(props: ActFormProps): ReactElement {
  const units = lanesIn(props.task);
  const leads = units.filter(({ role }) => role === 'lead');
  const initial: Values = {
    text: '',
    lanes: (leads.length > 0 ? leads : units).map(({ unit }) => unit.unitId),
    answerBy: null,
  };
  return (
    <ActForm
      {...props}
      kept={kept.partial()}
      initial={initial}
      bodyOf={({ text, lanes, answerBy }) => ({ text, lanes, ...(answerBy === null ? {} : { answerBy }) })}
      send={async (id, body, key) =>
        bodyOf(await api.POST('/api/tasks/{id}/instruct', { params: commandParams(id, key), body }))
      }
    >
      {(form) => (
        <>
          <ReadyPhrases onChoose={(text) => form.setFieldsValue({ text })} />
          <TextItem name="text" label={words.fields.text} required max={2_000} rows={4} />
          {units.length > 1 && (
            <Form.Item name="lanes" label={words.fields.lanes} rules={CHOSEN}>
              <Checkbox.Group options={units.map(({ unit }) => ({ value: unit.unitId, label: unit.name }))} />
            </Form.Item>
          )}
          <DayItem
            name="answerBy"
            title={words.fields.answerBy}
            extra={words.fields.answerByExtra}
            toCome
            earliest={today()}
          />
        </>
      )}
    </ActForm>
  );
}

/** Sentences that leaders write again and again: one tap, and they can be changed. */
function ReadyPhrases({ onChoose }: { readonly onChoose: (text: string) => void }): ReactElement {
  return (
    <div className="ready-phrases" role="group" aria-label={words.fields.ready}>
      {words.fields.phrases.split('\n').map((phrase) => (
        <Button key={phrase} onClick={() => onChoose(phrase)}>
          {phrase}
        </Button>
      ))}
    </div>
  );
}
