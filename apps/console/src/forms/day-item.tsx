import { Form } from 'antd';
import { type ReactElement, useEffect } from 'react';
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

/** Between the parts of a field's name; no part has it. */
const PART = '\u0000';

/** A day among the fields of a form, which is not sent with one that cannot be taken. */
export function DayItem(props: Props): ReactElement {
  const { name, title, extra, required = false, dependencies = [], ...asked } = props;
  const taken = {
    validator: (_rule: unknown, value: string | null | undefined) => verdict(dayFault(value, asked)),
  };
  const form = Form.useFormInstance<unknown>();
  const { earliest, latest } = asked;
  const path = typeof name === 'string' ? name : name.join(PART);
  // Another field may move the bounds: what was said by the former ones does not hold any more.
  useEffect(() => {
    const own = path.split(PART);
    if (form.getFieldError(own).length > 0) form.validateFields([own]).catch(() => undefined);
  }, [form, path, earliest, latest]);
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
