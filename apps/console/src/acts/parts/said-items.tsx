import { Form, Select } from 'antd';
import { type ReactElement } from 'react';
import { CHOSEN } from '../../forms/rules';
import { type Lane } from '../../parts/lanes';
import { ACT_WORDS } from '../../words/acts.words';
import { EVENT_WORDS } from '../../words/events.words';
import { WordItems } from './word-items';

const words = ACT_WORDS.said;

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
      <WordItems words={words} onWaiting={onWaiting} />
    </>
  );
}
