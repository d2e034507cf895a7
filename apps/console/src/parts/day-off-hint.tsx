import { Button, Form } from 'antd';
import { type ReactElement } from 'react';
import { type Day, isDay } from '#domain';
import { WORDS } from '../words';
import { useWorkingDayBefore } from './use-working-days';

interface Props {
  /** The field of the form that holds the day. */
  readonly name: string;
}

/** Below a day on which nobody works: the working day before it, one press away. Nothing for any other day. */
export function DayOffHint({ name }: Props): ReactElement | null {
  const value: unknown = Form.useWatch(name);
  return typeof value === 'string' && isDay(value) ? <Hint name={name} day={value} /> : null;
}

function Hint({ name, day }: Props & { readonly day: Day }): ReactElement | null {
  const form = Form.useFormInstance<Record<string, string>>();
  const before = useWorkingDayBefore(day);
  if (before === null) return null;
  return (
    <p className="lamp-near" role="status">
      {WORDS.forms.day.dayOff(day, before)}{' '}
      <Button size="small" onClick={() => form.setFieldValue(name, before)}>
        {WORDS.forms.day.moveTo(before)}
      </Button>
    </p>
  );
}
