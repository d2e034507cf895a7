import { type FormItemProps } from 'antd';
import { holdsPrivateData } from '#domain';
import { WORDS } from '../words';

type Rules = NonNullable<FormItemProps['rules']>;

/** What a rule answers: nothing where no fault was found. */
export function verdict(fault: string | null): Promise<void> {
  return fault === null ? Promise.resolve() : Promise.reject(new Error(fault));
}

/** The numbers of private persons do not belong in the record: said while typing, not after sending. */
const NO_PRIVATE_DATA: Rules[number] = {
  validator: (_rule: unknown, text: unknown) =>
    verdict(typeof text === 'string' && holdsPrivateData(text) ? WORDS.forms.privateData : null),
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
    validator: (_rule: unknown, ticked: unknown) => verdict(ticked === true ? null : WORDS.forms.mustCommit),
  },
];
