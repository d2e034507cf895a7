import { type FormItemProps } from 'antd';
import { holdsPrivateData } from '#domain';
import { WORDS } from '../words';

type Rules = NonNullable<FormItemProps['rules']>;

/** The numbers of private persons do not belong in the record: said while typing, not after sending. */
const NO_PRIVATE_DATA: Rules[number] = {
  validator: (_rule: unknown, text: unknown) =>
    typeof text === 'string' && holdsPrivateData(text)
      ? Promise.reject(new Error(WORDS.forms.privateData))
      : Promise.resolve(),
};

/** Rules of a text that a person writes into the record. */
export function textRules(required: boolean): Rules {
  const there: Rules = required ? [{ required: true, whitespace: true, message: WORDS.forms.required }] : [];
  return [...there, NO_PRIVATE_DATA];
}

/** Something must be chosen. */
export const CHOSEN: Rules = [{ required: true, message: WORDS.forms.requiredChoice }];

/** A box must be ticked. */
export const TICKED: Rules = [
  {
    validator: (_rule: unknown, ticked: unknown) =>
      ticked === true ? Promise.resolve() : Promise.reject(new Error(WORDS.forms.mustCommit)),
  },
];
