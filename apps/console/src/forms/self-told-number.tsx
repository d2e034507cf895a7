import { type ReactElement } from 'react';
import { numberFault } from './number-fault';
import { type NumberAsked, NumberField } from './number-field';
import { SelfTold } from './self-told';

interface Props extends NumberAsked {
  /** `NaN` while the text in the field is no number. */
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
}

/** A number field outside the items of a form. */
export function SelfToldNumber(props: Props): ReactElement {
  return <SelfTold fault={numberFault(props.value, props)}>{(aria) => <NumberField {...props} {...aria} />}</SelfTold>;
}
