import { Input } from 'antd';
import { type AriaAttributes, type KeyboardEvent, type ReactElement, useState } from 'react';
import { isDay } from '#domain';
import { WORDS } from '../words';
import { DayCalendar } from './day-calendar';
import { dayFault, type DayRange } from './day-fault';
import { today } from './today';
import { typedDay } from './typed-day';

/** What is asked of a day, wherever its field stands. */
export interface DayAsked extends DayRange {
  /** True where a day to come is asked for: `3-5` is of the next year once it has passed. */
  readonly toCome?: boolean;
  /** Shown while none is chosen; left out, how a day is written. */
  readonly placeholder?: string;
  /** Read aloud where no label stands beside the field. */
  readonly label?: string;
  /** The year of a day without one, where the matter itself says it; else this one. */
  readonly year?: number;
  /** Something is wrong with the day beyond what the field itself knows. */
  readonly faulty?: boolean;
}

interface Props extends DayAsked, AriaAttributes {
  readonly id?: string;
  /** A day, or the text that was typed and is none; null where the field is empty. */
  readonly value?: string | null;
  readonly onChange?: (value: string | null) => void;
}

/**
 * Asks for a day, typed in any usual form or clicked in a calendar. What cannot be taken stays in the field and is its value: it
 * is never replaced by the day before it, and `dayFault` says what is wrong with it. Enter confirms the day and sends no form.
 */
export function DayField({ value = null, onChange, earliest, latest, toCome = false, ...rest }: Props): ReactElement {
  const { placeholder = WORDS.forms.day.hint, label, year, faulty = false, ...input } = rest;
  const basis = year === undefined ? today() : `${year}-01-01`;
  /** What is being typed; null while nothing is. */
  const [typing, setTyping] = useState<string | null>(null);
  const settle = (): void => {
    if (typing === null) return;
    setTyping(null);
    const text = typing.trim();
    const next = text === '' ? null : (typedDay(text, { today: basis, toCome }) ?? text);
    if (next !== value) onChange?.(next);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    settle();
  };
  const refused = faulty || dayFault(value, { earliest, latest }) !== null;
  const type = (text: string): void => {
    setTyping(text);
    // What is wrong with the former day, or with none, must not stand beside a good one until the field is left.
    const corrected = refused ? typedDay(text.trim(), { today: basis, toCome }) : text.trim();
    const good = corrected !== null && isDay(corrected) && dayFault(corrected, { earliest, latest }) === null;
    if (good && (refused || value === null)) onChange?.(corrected);
  };
  return (
    <Input
      {...input}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(refused ? { 'aria-invalid': true, status: 'error' as const } : {})}
      className="day-field number"
      autoComplete="off"
      placeholder={placeholder}
      value={typing ?? value ?? ''}
      onChange={({ target }) => type(target.value)}
      onBlur={settle}
      onKeyDown={onKeyDown}
      suffix={
        <DayCalendar
          shown={value !== null && isDay(value) ? value : basis}
          earliest={earliest}
          latest={latest}
          onChoose={(day) => {
            setTyping(null);
            onChange?.(day);
          }}
        />
      }
    />
  );
}
