import { Checkbox, Form } from 'antd';
import { type ReactElement } from 'react';
import { z } from 'zod';
import { type TaskDetail } from '../../api/answer';
import { api, bodyOf } from '../../api/client';
import { TICKED } from '../../forms/rules';
import { type ActFormProps } from '../act';
import { ActForm } from '../parts/act-form';
import { AuthorityItems, authorityValues, type AuthorityValues } from '../parts/authority-items';
import { commandParams } from '../parts/command-params';
import { statedDay, statedDayValue } from '../parts/stated-day';
import { StatedDayItem } from '../parts/stated-day-item';
import { words } from './words';

const kept = z.object({ ...authorityValues, secrecyDeclared: z.boolean(), ...statedDayValue });
type Values = z.infer<typeof kept>;

/** The document that the task was read from is its authority, unless a person says otherwise. */
function authorityOf({ source }: Pick<TaskDetail, 'source'>): AuthorityValues {
  const reference = [source.documentTitle, source.documentNumber].filter(Boolean).join(' ');
  return { authority: { kind: 'document', reference } };
}

/** 挂账. */
export default function HangForm(props: ActFormProps): ReactElement {
  const initial: Values = { ...authorityOf(props.task), secrecyDeclared: false, occurredOn: null };
  return (
    <ActForm
      {...props}
      kept={kept.partial()}
      initial={initial}
      bodyOf={({ authority, ...day }) => ({ authority, secrecyDeclared: true as const, ...statedDay(day) })}
      send={async (id, body, key) =>
        bodyOf(await api.POST('/api/tasks/{id}/hang', { params: commandParams(id, key), body }))
      }
    >
      <AuthorityItems />
      <Form.Item name="secrecyDeclared" valuePropName="checked" rules={TICKED}>
        <Checkbox>{words.fields.secrecy}</Checkbox>
      </Form.Item>
      <StatedDayItem act={props.act} task={props.task} />
    </ActForm>
  );
}
