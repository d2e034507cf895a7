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

/** What a grant must know of the unit it names. */
export interface PostFacts {
  readonly knownUnits: ReadonlySet<string>;
}

/** How one event changes a post. */
export function evolvePost(state: PostState | null, event: Recorded<PostEvent>): PostState | null {
  if (event.type === 'post.granted') return { ...event.data, revoked: false };
  return state && { ...state, revoked: true };
}

const postRules: Rules<typeof postCommandSchemas, PostState, PostEvent, PostFacts> = {
  'post.grant': (state, data) =>
    state.revoked ? [{ type: 'post.granted', data }] : reject('POST.EXISTS', '该人员已有此岗位，无需重复授予。'),
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
  if (command.type === 'post.grant' && !facts.knownUnits.has(command.data.unitId)) {
    return reject('UNIT.UNKNOWN', '所选单位不存在，请先在单位名录中建立该单位。');
  }
  if (state !== null) return applyRule(postRules, state, command, circumstances, facts);
  if (command.type === 'post.grant') return [{ type: 'post.granted', data: command.data }];
  return reject('POST.UNKNOWN', '没有找到该岗位，请刷新后重试。');
}
