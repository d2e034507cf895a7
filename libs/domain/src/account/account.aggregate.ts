import { type DataOfActs } from '../shared/act-definition';
import { defineAggregate } from '../shared/aggregate';
import { type DataOfEvents } from '../shared/event-definition';
import { reject } from '../shared/rejection';
import { type AccountState } from './account.state';
import { ACCOUNT_ACTS } from './acts';
import { ACCOUNT_EVENTS } from './events';

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
  unknown: reject('POST.UNKNOWN', '没有找到该岗位，可能已被撤销，请核对岗位名单。'),
  reach: () => ({}),
  idGiven: true,
});
