import { Form, Input } from 'antd';
import { type ReactElement } from 'react';
import { GrowingText } from './growing-text';
import { textRules } from './rules';

interface Props {
  readonly name: string | (string | number)[];
  readonly label: string;
  readonly required?: boolean;
  /** In UTF-16 units, as the server counts. */
  readonly max?: number;
  readonly rows?: 1 | 2 | 3 | 4 | 5 | 6;
  readonly hint?: string;
  readonly extra?: string;
}

/** A longer text that a person writes into the record. */
export function TextItem({ name, label, required = false, max = 4_000, rows = 3, hint, extra }: Props): ReactElement {
  return (
    <Form.Item name={name} label={label} rules={textRules(required)} {...(extra === undefined ? {} : { extra })}>
      <GrowingText rows={rows} maxLength={max} {...(hint === undefined ? {} : { placeholder: hint })} />
    </Form.Item>
  );
}

/** A short text on one line. */
export function LineItem({ name, label, required = false, max = 200, hint, extra }: Omit<Props, 'rows'>): ReactElement {
  return (
    <Form.Item name={name} label={label} rules={textRules(required)} {...(extra === undefined ? {} : { extra })}>
      <Input maxLength={max} {...(hint === undefined ? {} : { placeholder: hint })} />
    </Form.Item>
  );
}
