import { Checkbox, Form } from 'antd';
import { type ReactElement } from 'react';
import { z } from 'zod';
import { api, bodyOf } from '../api/client';
import { TICKED } from '../forms/rules';
import { TextItem } from '../forms/text-item';
import { LimitList } from '../pages/task/limit-list';
import { WORDS } from '../words';
import { ActForm, type ActFormProps } from './act-form';
import { commandParams } from './command-params';
import { statedDay, statedDayValue } from './stated-day';
import { StatedDayItem } from './stated-day-item';

const kept = z.object({ selfCheck: z.string(), committed: z.boolean(), ...statedDayValue });
type Values = z.infer<typeof kept>;
const INITIAL: Values = { selfCheck: '', committed: false, occurredOn: null };
const words = WORDS.acts.fields;

/** 申请销号. */
export default function RequestClosureForm(props: ActFormProps): ReactElement {
  return (
    <ActForm
      {...props}
      operation="task.request-closure"
      kept={kept.partial()}
      initial={INITIAL}
      bodyOf={({ selfCheck, ...day }) => ({ selfCheck, committed: true as const, ...statedDay(day) })}
      send={async (id, body, key) =>
        bodyOf(await api.POST('/api/tasks/{id}/request-closure', { params: commandParams(id, key), body }))
      }
    >
      <h3 className="form-heading">{words.limits}</h3>
      <LimitList task={props.task} />
      <TextItem name="selfCheck" label={words.selfCheck} hint={words.selfCheckHint} required rows={5} />
      <Form.Item name="committed" valuePropName="checked" rules={TICKED}>
        <Checkbox>{words.committed}</Checkbox>
      </Form.Item>
      <StatedDayItem task={props.task} />
    </ActForm>
  );
}
