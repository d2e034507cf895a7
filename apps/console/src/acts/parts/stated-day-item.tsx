import { Form } from 'antd';
import { type ReactElement } from 'react';
import { type TaskDetail } from '../../api/answer';
import { StatedDayField } from '../../forms/day-field';
import { WORDS } from '../../words';

/** Asks for the day on which the step was taken; steps are stated in their order. */
export function StatedDayItem({ task }: { readonly task: Pick<TaskDetail, 'lastStepOn'> }): ReactElement {
  return (
    <Form.Item name="occurredOn" label={WORDS.acts.fields.occurredOn}>
      <StatedDayField {...(task.lastStepOn === null ? {} : { earliest: task.lastStepOn })} />
    </Form.Item>
  );
}
