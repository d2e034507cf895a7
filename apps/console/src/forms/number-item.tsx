import { Form } from 'antd';
import { type ReactElement } from 'react';
import { numberFault } from './number-fault';
import { type NumberAsked, NumberField } from './number-field';
import { verdict } from './rules';

interface Props extends NumberAsked {
  readonly name: string | (string | number)[];
  /** The label above the field; left out where `label` of the field itself says it. */
  readonly title?: string;
  readonly extra?: string | null;
}

/** A number among the fields of a form, which is not sent with one that cannot be taken. */
export function NumberItem({ name, title, extra, ...asked }: Props): ReactElement {
  const taken = {
    validator: (_rule: unknown, value: number | null | undefined) => verdict(numberFault(value, asked)),
  };
  return (
    <Form.Item name={name} label={title} extra={extra} rules={[taken]}>
      <NumberField {...asked} />
    </Form.Item>
  );
}
