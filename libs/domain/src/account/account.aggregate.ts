import { type DataOfActs } from '../shared/act-definition';
import { defineAggregate } from '../shared/aggregate';
import { type DataOfEvents } from '../shared/event-definition';
import { reject } from '../shared/rejection';
import { type AccountState } from './account.state';
import { ACCOUNT_ACTS } from './acts';
import { ACCOUNT_EVENTS } from './events';
import { OVERTAKING } from './overtaken';

/** What an account may do: its posts. It belongs to no ledger, though a post may be for one. */
export const ACCOUNT = defineAggregate<
  'account',
  AccountState,
  DataOfActs<typeof ACCOUNT_ACTS>,
  DataOfEvents<typeof ACCOUNT_EVENTS>
>({
  name: 'account',
  acts: ACCOUNT_ACTS,
  events: ACCOUNT_EVENTS,
  unknown: reject('ACCOUNT.UNKNOWN', '该账号还没有岗位和办理记录，请核对账号。'),
  reach: () => ({}),
  idGiven: true,
  dispatch: OVERTAKING,
});
