import { actsOf } from '../shared/act-definition';
import { type EventIn } from '../shared/event-definition';
import { reject, type Rejection } from '../shared/rejection';
import { type POST_EVENTS } from './events';
import { type PostState } from './post.state';

export type PostEvent = EventIn<typeof POST_EVENTS>;

/** Defines an act on a post. */
export const postAct = actsOf<'post', PostState, PostEvent>('post');

/** The parts that make a post this one and no other: one person plays one role once in a unit and a ledger. */
export interface PostParts {
  readonly accountId: string;
  readonly unitId: string;
  readonly role: PostState['role'];
  readonly ledgerId: string | null;
}

/** What the id of a post is derived from. */
export function postIdentity({ accountId, unitId, role, ledgerId }: PostParts): readonly string[] {
  return [accountId, unitId, role, ledgerId ?? ''];
}

/** The refusal of granting a post that is held already. */
export const POST_EXISTS: Rejection = reject('POST.EXISTS', '该人员已有此岗位，无需重复授予。');

/** The refusal of a post in a unit that nobody registered. */
export const POST_UNIT_UNKNOWN: Rejection = reject('UNIT.UNKNOWN', '所选单位不存在，请先在单位名录中建立该单位。');
