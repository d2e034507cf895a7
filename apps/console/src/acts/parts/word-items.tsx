import { Form, Radio } from 'antd';
import { type ReactElement } from 'react';
import { MAX_SHEETS } from '#domain';
import { PastDayItem } from '../../forms/day-item';
import { EvidenceField } from '../../forms/evidence-field';
import { LineItem } from '../../forms/text-item';
import { WORDS } from '../../words';

const WAYS = Object.entries(WORDS.terms.onBehalfWays).map(([value, label]) => ({ value, label }));

interface Props {
  /** What the fields are called. */
  readonly words: Readonly<Record<'saidBy' | 'how' | 'saidOn' | 'sheet' | 'sheetExtra', string>>;
  /** How many pages of the sheet are not stored yet. */
  readonly onWaiting: (count: number) => void;
}

/** Who gave word to the office, how and when, and the paper that shows it. */
export function WordItems({ words, onWaiting }: Props): ReactElement {
  return (
    <>
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
