import { Form, Radio } from 'antd';
import { type ReactElement } from 'react';
import { z } from 'zod';
import { outcomeSchema } from '#domain';
import { api, bodyOf } from '../api/client';
import { CHOSEN } from '../forms/rules';
import { TextItem } from '../forms/text-item';
import { WORDS } from '../words';
import { ActForm, type ActFormProps } from './act-form';
import { CheckSides } from './check-sides';
import { commandParams } from './command-params';
import { statedDay, statedDayValue } from './stated-day';
import { StatedDayItem } from './stated-day-item';

const kept = z.object({ outcome: outcomeSchema, statement: z.string(), ...statedDayValue });
type Values = z.infer<typeof kept>;
const INITIAL: Values = { outcome: 'rectified', statement: '', occurredOn: null };
const words = WORDS.acts.fields;
const OUTCOMES = Object.entries(WORDS.terms.outcomes).map(([value, label]) => ({ value, label }));

/** 销号. */
export default function CloseForm(props: ActFormProps): ReactElement {
  return (
    <ActForm
      {...props}
      operation="number.reserve"
      kept={kept.partial()}
      initial={INITIAL}
      bodyOf={({ outcome, statement, ...day }) => ({ outcome, statement, ...statedDay(day) })}
      send={async (id, body, key) =>
        bodyOf(await api.POST('/api/tasks/{id}/close', { params: commandParams(id, key), body }))
      }
    >
      <CheckSides task={props.task}>
        <Form.Item name="outcome" label={words.outcome} rules={CHOSEN}>
          <Radio.Group options={OUTCOMES} />
        </Form.Item>
        <TextItem name="statement" label={words.statement} required rows={5} />
        <StatedDayItem task={props.task} />
      </CheckSides>
    </ActForm>
  );
}
