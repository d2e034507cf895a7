import { Form, Radio, Select } from 'antd';
import { type ReactElement } from 'react';
import { type TaskDetail } from '../../api/answer';
import { PastDayItem } from '../../forms/day-item';
import { CHOSEN } from '../../forms/rules';
import { LineItem } from '../../forms/text-item';
import { isWorking } from '../../parts/lanes';
import { WORDS } from '../../words';
import { words } from './words';

const WAYS = Object.entries(WORDS.terms.onBehalfWays).map(([value, label]) => ({ value, label }));

interface Props {
  readonly task: Pick<TaskDetail, 'lanes'>;
  /** After another unit was chosen. */
  readonly onUnit: (unitId: string) => void;
}

/** Which unit, who said it, how and when. */
export function SaidItems({ task, onUnit }: Props): ReactElement {
  const units = task.lanes.filter(isWorking).map(({ unit: { unitId, name }, role }) => ({
    value: unitId,
    label: words.fields.unitAs(name, WORDS.events.values.laneRoles[role]),
  }));
  return (
    <>
      <Form.Item name={['onBehalf', 'unitId']} label={words.fields.unit} rules={CHOSEN}>
        <Select<string> options={units} onChange={onUnit} />
      </Form.Item>
      <LineItem name={['onBehalf', 'saidBy']} label={words.fields.saidBy} required max={60} />
      <Form.Item name={['onBehalf', 'how']} label={words.fields.how}>
        <Radio.Group options={WAYS} />
      </Form.Item>
      <PastDayItem name={['onBehalf', 'saidOn']} title={words.fields.saidOn} />
    </>
  );
}
