import { Checkbox, Form, Input } from 'antd';
import { type ReactElement } from 'react';
import { textRules, verdict } from '../../forms/rules';
import { ACT_WORDS } from '../../words/acts.words';

const words = ACT_WORDS.acceptance;

interface Props {
  /** The criteria of the check (验收标准). */
  readonly criteria: readonly string[];
}

/** Each criterion of the check, to be confirmed by itself, with a note where there is something to say. */
export function AcceptanceItems({ criteria }: Props): ReactElement | null {
  if (criteria.length === 0) return null;
  return (
    <fieldset className="plain-fieldset">
      <legend>{words.title}</legend>
      <p className="quiet">{words.hint}</p>
      {criteria.map((criterion) => (
        <div key={criterion}>
          <Form.Item
            name={['acceptance', criterion, 'met']}
            valuePropName="checked"
            rules={CONFIRMED}
            className="part-item"
          >
            <Checkbox>{criterion}</Checkbox>
          </Form.Item>
          <Form.Item name={['acceptance', criterion, 'note']} rules={textRules(false)} className="part-item">
            <Input aria-label={words.noteOf(criterion)} placeholder={words.note} maxLength={1_000} />
          </Form.Item>
        </div>
      ))}
    </fieldset>
  );
}

const CONFIRMED = [{ validator: (_rule: unknown, met: unknown) => verdict(met === true ? null : words.unconfirmed) }];

/** The criteria of the check of which a return says that they are not met; none need be named. */
export function UnmetItem({ criteria }: Props): ReactElement | null {
  if (criteria.length === 0) return null;
  return (
    <Form.Item name="unmet" label={words.unmet}>
      <Checkbox.Group options={[...criteria]} />
    </Form.Item>
  );
}
