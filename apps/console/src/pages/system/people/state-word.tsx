import { type ReactElement } from 'react';
import { SYSTEM_WORDS } from '../../../words/system.words';
import { type AccountState } from './account-list';

const STATE_CLASS: Readonly<Record<AccountState, string>> = {
  active: '',
  first: 'state-near',
  locked: 'state-late',
  disabled: 'quiet',
};

/** How an account stands, in a word. */
export function StateWord({ state }: { readonly state: AccountState }): ReactElement {
  return <span className={STATE_CLASS[state]}>{SYSTEM_WORDS.people.states[state]}</span>;
}
