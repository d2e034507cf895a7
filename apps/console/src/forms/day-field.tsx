import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { type ReactElement } from 'react';
import { WORDS } from '../words';
import { today } from './today';

interface Props {
  readonly id?: string;
  /** A day; null where none is chosen. */
  readonly value?: string | null;
  readonly onChange?: (day: string | null) => void;
  /** Days after this one cannot be chosen. */
  readonly latest?: string;
  /** Days before this one cannot be chosen. */
  readonly earliest?: string;
  /** Shown while none is chosen; left out, nothing is. */
  readonly placeholder?: string;
  readonly label?: string;
}

/** Chooses a day; its value is the text of the day. */
export function DayField({ id, value, onChange, latest, earliest, placeholder = '', label }: Props): ReactElement {
  return (
    <DatePicker
      {...(id === undefined ? {} : { id })}
      {...(label === undefined ? {} : { 'aria-label': label })}
      className="day-field"
      value={value === null || value === undefined ? null : dayjs(value)}
      {...(latest === undefined ? {} : { maxDate: dayjs(latest) })}
      {...(earliest === undefined ? {} : { minDate: dayjs(earliest) })}
      format="YYYY-MM-DD"
      placeholder={placeholder}
      onChange={(day) => onChange?.(day === null ? null : day.format('YYYY-MM-DD'))}
    />
  );
}

/** The day on which a step was taken: today unless the person says otherwise, and never one to come. */
export function StatedDayField(props: Omit<Props, 'latest' | 'placeholder'>): ReactElement {
  return <DayField {...props} latest={today()} placeholder={WORDS.forms.today(today())} />;
}
