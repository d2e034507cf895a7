import { Form, type FormItemProps, Radio } from 'antd';
import { type ReactElement } from 'react';
import { MAX_SHEETS } from '#domain';
import { PastDayItem } from '../../forms/day-item';
import { EvidenceField } from '../../forms/evidence-field';
import { verdict } from '../../forms/rules';
import { LineItem } from '../../forms/text-item';
import { WORDS } from '../../words';
import { ACT_WORDS } from '../../words/acts.words';

type RuleRender = NonNullable<FormItemProps['rules']>[number];

const WAYS = Object.entries(WORDS.terms.onBehalfWays).map(([value, label]) => ({ value, label }));

/** A word on paper is shown by the paper: the server asks for it too. */
const SHEET_OF_PAPER: RuleRender = (form) => ({
  validator: (_rule: unknown, sheet: unknown) => {
    const onPaper: unknown = form.getFieldValue(['onBehalf', 'how']);
    const lacks = onPaper === 'paper' && Array.isArray(sheet) && sheet.length === 0;
    return verdict(lacks ? ACT_WORDS.said.sheetNeeded : null);
  },
});

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
      <Form.Item
        name={['onBehalf', 'sheet']}
        label={words.sheet}
        extra={words.sheetExtra}
        dependencies={[['onBehalf', 'how']]}
        rules={[SHEET_OF_PAPER]}
      >
        <EvidenceField most={MAX_SHEETS} onWaiting={onWaiting} />
      </Form.Item>
    </>
  );
}
