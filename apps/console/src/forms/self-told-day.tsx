import { type ReactElement, useState } from 'react';
import { dayFault } from './day-fault';
import { type DayAsked, DayField } from './day-field';
import { SelfTold } from './self-told';

interface Props extends DayAsked {
  /** A day, or the text that was typed and is none. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}

/** A day field outside the items of a form. */
export function SelfToldDay(props: Props): ReactElement {
  return <SelfTold fault={dayFault(props.value, props)}>{(aria) => <DayField {...props} {...aria} />}</SelfTold>;
}

/** A day that takes effect at once: its owner hears of none while the text in the field cannot be taken. */
export function LiveDay({ value, onChange, ...asked }: Props): ReactElement {
  const [refused, setRefused] = useState<string | null>(null);
  const take = (next: string | null): void => {
    const taken = dayFault(next, asked) === null;
    setRefused(taken ? null : next);
    onChange(taken ? next : null);
  };
  return <SelfToldDay {...asked} value={value ?? refused} onChange={take} />;
}
