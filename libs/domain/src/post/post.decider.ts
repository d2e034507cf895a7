import { z } from 'zod';
import { roleSchema } from '../shared/actor';
import { applyRule, type Circumstances, type CommandOf, type Rules } from '../shared/decider';
import { type EventOf, type Recorded } from '../shared/event';
import { freeLineSchema } from '../shared/private-data';
import { reject, type Rejection } from '../shared/rejection';
import { idSchema, lineSchema } from '../shared/schema';

/** Roles that a person may be given; the program's own is not among them. */
export const grantableRoleSchema = roleSchema.exclude(['engine']);

/** The facts of a post (岗位): one person, one unit, one role, in one ledger or in all (ledgerId null). Ids only. */
export const postEventSchemas = {
  'post.granted': z.strictObject({
    accountId: idSchema,
    unitId: idSchema,
    role: grantableRoleSchema,
    ledgerId: idSchema.nullable(),
  }),
  /** For the practice ledger of the account: it reaches nothing else. */
  'post.granted-for-practice': z.strictObject({
    accountId: idSchema,
    unitId: idSchema,
    role: grantableRoleSchema,
    ledgerId: idSchema,
  }),
  'post.revoked': z.strictObject({ reason: lineSchema(300) }),
};
export type PostEvent = EventOf<typeof postEventSchemas>;

/** What may be asked of a post. */
export const postCommandSchemas = {
  'post.grant': z.strictObject({
    accountId: idSchema,
    unitId: idSchema,
    role: grantableRoleSchema,
    ledgerId: idSchema.nullable().default(null),
  }),
  'post.grant-for-practice': z.strictObject({
    accountId: idSchema,
    unitId: idSchema,
    role: grantableRoleSchema,
    ledgerId: idSchema,
  }),
  'post.revoke': z.strictObject({ reason: freeLineSchema(300) }),
};
export type PostCommand = CommandOf<typeof postCommandSchemas>;

/** A post as its events tell it. */
export interface PostState {
  readonly accountId: string;
  readonly unitId: string;
  readonly role: z.infer<typeof grantableRoleSchema>;
  readonly ledgerId: string | null;
  readonly revoked: boolean;
}

/** What a grant must know of the unit and the ledger that it names. */
export interface PostFacts {
  readonly knownUnits: ReadonlySet<string>;
  /** Whose practice ledger it is; null where none is named and for one in earnest. */
  readonly practiceOf: string | null;
}

/** How one event changes a post. */
export function evolvePost(state: PostState | null, event: Recorded<PostEvent>): PostState | null {
  if (event.type === 'post.revoked') return state && { ...state, revoked: true };
  return { ...event.data, revoked: false };
}

const postRules: Rules<typeof postCommandSchemas, PostState, PostEvent, PostFacts> = {
  'post.grant': (state, data) =>
    state.revoked ? [{ type: 'post.granted', data }] : reject('POST.EXISTS', '该人员已有此岗位，无需重复授予。'),
  'post.grant-for-practice': (state, data) =>
    state.revoked
      ? [{ type: 'post.granted-for-practice', data }]
      : reject('POST.EXISTS', '该人员已有此岗位，无需重复授予。'),
  'post.revoke': (state, data) =>
    state.revoked ? reject('POST.REVOKED', '该岗位已经撤销，无需再次撤销。') : [{ type: 'post.revoked', data }],
};

/** What a command to a post leads to. */
export function decidePost(
  state: PostState | null,
  command: PostCommand,
  circumstances: Circumstances,
  facts: PostFacts,
): readonly PostEvent[] | Rejection {
  const fault = command.type === 'post.revoke' ? null : grantFault(command, facts);
  if (fault) return fault;
  if (state !== null) return applyRule(postRules, state, command, circumstances, facts);
  if (command.type === 'post.grant') return [{ type: 'post.granted', data: command.data }];
  if (command.type === 'post.grant-for-practice') return [{ type: 'post.granted-for-practice', data: command.data }];
  return reject('POST.UNKNOWN', '没有找到该岗位，请刷新后重试。');
}

/** A practice ledger is one person's own: posts in it are for nobody else, and of no other kind. */
function grantFault(
  { type, data }: Exclude<PostCommand, { type: 'post.revoke' }>,
  { knownUnits, practiceOf }: PostFacts,
): Rejection | null {
  if (!knownUnits.has(data.unitId)) return reject('UNIT.UNKNOWN', '所选单位不存在，请先在单位名录中建立该单位。');
  if (type === 'post.grant') {
    return practiceOf === null
      ? null
      : reject('POST.PRACTICE_LEDGER', '练习台账只供本人练习，不能授予岗位，请改选正式台账。');
  }
  return practiceOf === data.accountId
    ? null
    : reject('POST.NOT_PRACTICE', '练习岗位只能授予练习台账的本人，请核对台账。');
}
