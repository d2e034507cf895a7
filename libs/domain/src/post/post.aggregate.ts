import { type DataOfActs } from '../shared/act-definition';
import { defineAggregate } from '../shared/aggregate';
import { type DataOfEvents } from '../shared/event-definition';
import { reject } from '../shared/rejection';
import { POST_ACTS } from './acts';
import { POST_EVENTS } from './events';
import { type PostState } from './post.state';

/** Who plays which role where. It belongs to no ledger, though it may be for one. */
export const POST = defineAggregate<'post', PostState, DataOfActs<typeof POST_ACTS>, DataOfEvents<typeof POST_EVENTS>>({
  name: 'post',
  acts: POST_ACTS,
  events: POST_EVENTS,
  unknown: reject('POST.UNKNOWN', '没有找到该岗位，可能已被撤销，请核对岗位名单。'),
  reach: () => ({}),
});
