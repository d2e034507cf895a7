import { Form } from 'antd';
import { type ReactElement } from 'react';
import { StatedDayField } from '../../forms/day-field';
import { WORDS } from '../../words';
import { type ActFormProps } from '../act';
import { standingOf } from '../act-plan';

/** Asks for the day on which the step was taken; the server says which steps it may not stand before. */
export function StatedDayItem({ act, task }: Pick<ActFormProps, 'act' | 'task'>): ReactElement {
  const earliest = standingOf(act, task)?.notBefore ?? null;
  return (
    <Form.Item name="occurredOn" label={WORDS.acts.fields.occurredOn}>
      <StatedDayField {...(earliest === null ? {} : { earliest })} />
    </Form.Item>
  );
}
