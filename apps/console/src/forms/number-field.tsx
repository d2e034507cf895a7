import { Input } from 'antd';
import { type AriaAttributes, type ReactElement, useState } from 'react';
import { numberFault, type NumberRange } from './number-fault';
import { saysAbout, typedNumber } from './typed-number';
import { WORDS } from '../words';
import './day-field.css';

/** What is asked of a number, wherever its field stands. */
export interface NumberAsked extends NumberRange {
  /** Stands behind the field, and may be typed too. */
  readonly unit?: string;
  readonly placeholder?: string;
  /** Read aloud where no label stands beside the field. */
  readonly label?: string;
  readonly className?: string;
}

interface Props extends NumberAsked, AriaAttributes {
  readonly id?: string;
  /** `NaN` while the text in the field is no number; null where it is empty. */
  readonly value?: number | null;
  readonly onChange?: (value: number | null) => void;
}

/**
 * Asks for a number. What is typed stays as it is: a text that is no number is the value `NaN`, and a number outside the range
 * is never changed to another. `numberFault` says what is wrong.
 */
export function NumberField({ value = null, onChange, min, max, unit = '', label, ...rest }: Props): ReactElement {
  const { className = 'number-field', ...input } = rest;
  const [text, setText] = useState('');
  const faulty = numberFault(value, { min, max }) !== null;
  const shown = shownText(text, value, unit);
  const about = value !== null && !faulty && saysAbout(shown);
  return (
    <>
      <Input
        {...input}
        {...(label === undefined ? {} : { 'aria-label': label })}
        {...(faulty ? { 'aria-invalid': true, status: 'error' as const } : {})}
        className={`${className} number`}
        autoComplete="off"
        inputMode="decimal"
        value={shown}
        suffix={unit}
        onChange={({ target }) => {
          setText(target.value);
          onChange?.(valueOf(target.value, unit));
        }}
      />
      {about && (
        <div className="quiet" role="status">
          {WORDS.forms.number.taken(value)}
        </div>
      )}
    </>
  );
}

function valueOf(text: string, unit: string): number | null {
  return text.trim() === '' ? null : (typedNumber(text, unit) ?? NaN);
}

/** What was typed, as long as it says the value; a value from elsewhere replaces it. */
function shownText(text: string, value: number | null, unit: string): string {
  if (Object.is(valueOf(text, unit), value)) return text;
  return value === null || Number.isNaN(value) ? '' : String(value);
}
