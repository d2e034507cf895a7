import { Form } from 'antd';
import { type ReactElement } from 'react';
import { WORDS } from '../words';
import { dayFault } from './day-fault';
import { type DayAsked, DayField } from './day-field';
import { verdict } from './rules';
import { today } from './today';

interface Props extends DayAsked {
  readonly name: string | (string | number)[];
  /** The label above the field; left out where `label` of the field itself says it. */
  readonly title?: string;
  readonly extra?: string;
  readonly required?: boolean;
  /** Fields whose change may make this day wrong or right: it is looked at anew. */
  readonly dependencies?: string[];
}

/** A day among the fields of a form, which is not sent with one that cannot be taken. */
export function DayItem(props: Props): ReactElement {
  const { name, title, extra, required = false, dependencies = [], ...asked } = props;
  const taken = {
    validator: (_rule: unknown, value: string | null | undefined) => verdict(dayFault(value, asked)),
  };
  const there = required ? [{ required, message: WORDS.forms.required }] : [];
  return (
    <Form.Item name={name} label={title} extra={extra} rules={[...there, taken]} dependencies={dependencies}>
      <DayField {...asked} />
    </Form.Item>
  );
}

/** The day on which something happened: today unless the person says otherwise, and never one to come. */
export function PastDayItem(props: Omit<Props, 'latest' | 'placeholder' | 'toCome'>): ReactElement {
  return <DayItem {...props} latest={today()} placeholder={WORDS.forms.today(today())} />;
}
