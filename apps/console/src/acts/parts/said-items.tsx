import { Form, Radio, Select } from 'antd';
import { type ReactElement } from 'react';
import { MAX_SHEETS } from '#domain';
import { PastDayItem } from '../../forms/day-item';
import { EvidenceField } from '../../forms/evidence-field';
import { CHOSEN } from '../../forms/rules';
import { LineItem } from '../../forms/text-item';
import { type Lane } from '../../parts/lanes';
import { WORDS } from '../../words';
import { EVENT_WORDS } from '../../words/events.words';

const words = WORDS.acts.said;
const WAYS = Object.entries(WORDS.terms.onBehalfWays).map(([value, label]) => ({ value, label }));

interface Props {
  /** The units for which the step is open. */
  readonly lanes: readonly Lane[];
  /** After another unit was chosen. */
  readonly onUnit: (unitId: string) => void;
  /** How many pages of the sheet are not stored yet. */
  readonly onWaiting: (count: number) => void;
}

/** Which unit, who said it, how and when, and the sheet that it returned. */
export function SaidItems({ lanes, onUnit, onWaiting }: Props): ReactElement {
  const units = lanes.map(({ unit: { unitId, name }, role }) => ({
    value: unitId,
    label: words.unitAs(name, EVENT_WORDS.values.laneRoles[role]),
  }));
  return (
    <>
      <Form.Item
        name={['onBehalf', 'unitId']}
        label={words.unit}
        rules={CHOSEN}
        extra={units.length === 0 ? words.nobody : null}
      >
        <Select<string> options={units} onChange={onUnit} />
      </Form.Item>
      <LineItem name={['onBehalf', 'saidBy']} label={words.saidBy} required max={60} />
      <Form.Item name={['onBehalf', 'how']} label={words.how}>
        <Radio.Group options={WAYS} />
      </Form.Item>
      <PastDayItem name={['onBehalf', 'saidOn']} title={words.saidOn} />
      <Form.Item name={['onBehalf', 'sheet']} label={words.sheet} extra={words.sheetExtra}>
        <EvidenceField most={MAX_SHEETS} onWaiting={onWaiting} />
      </Form.Item>
    </>
  );
}
