import { ACT_WORDS } from '../../../words/acts.words';
import { Checkbox, Form } from 'antd';
import { type ReactElement } from 'react';
import { type TaskDetail } from '../../../api/answer';
import { CHOSEN } from '../../../forms/rules';
import { leadLanes } from '../../../parts/lanes';

const words = ACT_WORDS.returning;

/** Of several leads, those that it goes back to: all of them, unless some are left as they were checked. */
export function ReturnedToItem({ task }: { readonly task: Pick<TaskDetail, 'lanes'> }): ReactElement | null {
  const leads = leadLanes(task).map(({ unit }) => unit);
  if (leads.length < 2) return null;
  return (
    <Form.Item
      name="to"
      label={words.to}
      rules={CHOSEN}
      initialValue={leads.map(({ unitId }) => unitId)}
      extra={words.toHint}
    >
      <Checkbox.Group options={leads.map(({ unitId, name }) => ({ value: unitId, label: name }))} />
    </Form.Item>
  );
}
