import { Form, Radio } from 'antd';
import { type ReactElement } from 'react';
import { CHOSEN } from '../forms/rules';
import { WORDS } from '../words';
import { LEDGER_WORDS } from '../words/ledger.words';
import { type Matter } from './batch-acts';

/** Which of the proposed measures is decided on, for all of them; nothing where there is no choice. */
export function MeasureItem({ measures }: Pick<Matter, 'measures'>): ReactElement | null {
  if (measures.length < 2) return null;
  const options = measures.map((value) => ({ value, label: WORDS.terms.measures[value] }));
  return (
    <Form.Item name="measure" label={LEDGER_WORDS.batch.measure} rules={CHOSEN}>
      <Radio.Group options={options} />
    </Form.Item>
  );
}
