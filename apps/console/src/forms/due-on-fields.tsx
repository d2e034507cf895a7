import { type DueOn, type Recurrence } from '#domain';
import { Select } from 'antd';
import { type ReactElement } from 'react';
import { WORDS } from '../words';
import { dueOnOf, monthsWithin } from './due-on';

const words = WORDS.forms.dueOn;
const END = 0;

interface FieldsProps {
  readonly value: DueOn | null;
  readonly onChange: (dueOn: DueOn | null) => void;
  /** Names the fields where several limits stand one below the other. */
  readonly named?: (label: string) => string;
}

interface Props extends FieldsProps {
  readonly every: Recurrence;
}

/** On which day inside its period a recurring duty falls due; without one it is the period's last. Nothing for a daily duty. */
export function DueOnFields({ every, ...fields }: Props): ReactElement | null {
  if (every === 'weekly') return <WeekdayField {...fields} />;
  const months = monthsWithin(every).length;
  return months === 0 ? null : <MonthAndDayFields {...fields} months={months} />;
}

function WeekdayField({ value, onChange, named = asIs }: FieldsProps): ReactElement {
  const options = words.weekdays.map((label, index) => ({ value: index + 1, label }));
  return (
    <Select
      aria-label={named(words.weekday)}
      value={value?.day ?? END}
      options={[{ value: END, label: words.periodEnd }, ...options]}
      popupMatchSelectWidth={false}
      onChange={(day) => onChange(day === END ? null : { month: 1, day })}
    />
  );
}

interface InPeriodProps extends FieldsProps {
  /** How many months the period has. */
  readonly months: number;
}

function MonthAndDayFields(props: InPeriodProps): ReactElement {
  const { months, value } = props;
  return (
    <>
      {months > 1 && <MonthField {...props} />}
      {(months === 1 || value !== null) && <DayOfMonthField {...props} />}
    </>
  );
}

function MonthField({ months, value, onChange, named = asIs }: InPeriodProps): ReactElement {
  const monthName = months === 12 ? words.monthOfYear : words.monthName;
  const options = Array.from({ length: months }, (_, index) => ({ value: index + 1, label: monthName(index + 1) }));
  return (
    <Select
      aria-label={named(words.month)}
      value={value?.month ?? END}
      options={[{ value: END, label: words.periodEnd }, ...options]}
      popupMatchSelectWidth={false}
      onChange={(month) => onChange(month === END ? null : { month, day: value?.day ?? null })}
    />
  );
}

function DayOfMonthField({ months, value, onChange, named = asIs }: InPeriodProps): ReactElement {
  const options = Array.from({ length: 31 }, (_, index) => ({ value: index + 1, label: words.dayName(index + 1) }));
  return (
    <Select
      aria-label={named(words.day)}
      value={value?.day ?? END}
      options={[{ value: END, label: words.monthEnd }, ...options]}
      popupMatchSelectWidth={false}
      onChange={(day) => onChange(dueOnOf(value?.month ?? 1, day === END ? null : day, months))}
    />
  );
}

function asIs(label: string): string {
  return label;
}
