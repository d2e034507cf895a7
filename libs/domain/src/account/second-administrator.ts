import {
  type Administrator,
  ADMINISTRATORS,
  type Circumstances,
  type Facts,
  type Needs,
} from '../shared/circumstances';
import { reject, type Rejection } from '../shared/rejection';
import { type AccountEvent } from './account-act';
import { type AccountState, type Asked, type GrantableRole, type Second } from './account.state';
import { isRecent, takenOutBy } from './taken-out';

/** The roles of which one administrator alone does not dispose: whoever holds them could end tasks, or hide it. */
export const GUARDED_ROLES: readonly GrantableRole[] = [
  'verifier',
  'closer',
  'system-administrator',
  'security-administrator',
  'audit-administrator',
];

/**
 * True when an account holds one of them in earnest, did so until lately, or is to be given one: whoever had its password before the post
 * came, or came back, would have both.
 */
export function isGuarded({ posts, revoked, proposals }: AccountState, now: string): boolean {
  return [
    ...posts.filter(({ practice }) => !practice),
    ...revoked.filter((post) => isRecent(post, now)),
    ...proposals.flatMap(({ asked }) => (asked.act === 'account.grant-post' ? [asked.post] : [])),
  ].some(({ role }) => GUARDED_ROLES.includes(role));
}

const NO_SECOND = reject(
  'ACCOUNT.NO_SECOND',
  '此事项须由另一名管理员复核，而除办理人和当事人外没有可复核的管理员，请先另设一名管理员；重置口令也可以在服务器上用 taizhang users 办理。',
);
const ALREADY_PROPOSED = reject('ACCOUNT.ALREADY_PROPOSED', '同一事项已申请复核，尚未决定，请等待复核或先收回。');

/**
 * Whether what concerns a guarded role takes effect at once. While nobody else is able it does, marked for the auditor; but whom the acting
 * administrator took out lately counts as able still, so that nobody becomes the only one by their own doing. The person concerned is no
 * second one.
 * @param id the account concerned
 * @returns `ask` where another administrator is to decide
 */
export function secondFor(
  id: string,
  { actor, now, facts: { administrators, takenOut } }: Pick<Circumstances, 'actor' | 'now' | 'facts'>,
): Second | 'ask' | Rejection {
  if (actor.role === 'engine') return 'unneeded';
  const others = new Set([
    ...administrators.map(({ accountId }) => accountId),
    ...takenOutBy(actor.accountId, takenOut, now).map(({ accountId }) => accountId),
  ]);
  others.delete(actor.accountId);
  if (others.size === 0) return 'unable';
  others.delete(id);
  return others.size === 0 ? NO_SECOND : 'ask';
}

/**
 * The events of asking, with the reason, for what a second administrator decides, unless it is asked for already. What nobody has decided for so
 * long that it can be approved no more is overtaken by asking anew.
 */
export function proposed(
  { proposals }: AccountState,
  asked: Asked,
  reason: string,
  { newId, now }: Pick<Circumstances, 'newId' | 'now'>,
): readonly AccountEvent[] | Rejection {
  const same = proposals.find((open) => isSame(open.asked, asked));
  const made = { type: 'account.proposed', data: { proposalId: newId(), asked, reason } } as const;
  if (same === undefined) return [made];
  if (isRecent(same, now)) return ALREADY_PROPOSED;
  const over = { proposalId: same.proposalId, result: 'overtaken', reason: '三十日内没有复核，已重新提出' } as const;
  return [{ type: 'account.decided', data: over }, made];
}

function isSame(one: Asked, other: Asked): boolean {
  if (one.act === 'account.reset-password' || other.act === 'account.reset-password') return one.act === other.act;
  const [mine, theirs] = [one.post, other.post];
  return mine.unitId === theirs.unitId && mine.role === theirs.role && mine.ledgerId === theirs.ledgerId;
}

const LAST_ADMINISTRATOR = reject(
  'ACCOUNT.LAST_ADMINISTRATOR',
  '这是最后一名可用的该类管理员，撤销或停用后无人能管理账号和岗位，请先另设一名并由其登录一次。',
);

/** The refusal by which the engine learns that a departure is to be begun first; people do not meet it. */
export const DEPARTURE_NOT_BEGUN = reject('ACCOUNT.DEPARTURE_NOT_BEGUN', '这项管理员变动尚未登记，请重新提交。');

/** What must be known before an account may lose some roles: of the roles of administrators, who else holds them. */
export function needsOfLast(roles: readonly GrantableRole[]): Needs {
  return ADMINISTRATORS.some((role) => roles.includes(role)) ? { administrators: true, departure: true } : {};
}

/** Why an account may not lose some roles now: nobody else able would be left, or its departure was not begun where departures meet. */
export function leavingFault(
  id: string,
  roles: readonly GrantableRole[],
  { administrators, departing }: Pick<Facts, 'administrators' | 'departing'>,
): Rejection | null {
  const lost = ADMINISTRATORS.filter((role) => roles.includes(role));
  if (lost.length === 0) return null;
  return lastOf(id, lost, administrators) ?? (departing ? null : DEPARTURE_NOT_BEGUN);
}

/** Why an account may not lose some roles: nobody else able would be left with one of them. */
export function lastOf(
  id: string,
  roles: readonly GrantableRole[],
  administrators: readonly Administrator[],
): Rejection | null {
  const lost = administrators.filter(({ accountId, role }) => accountId === id && roles.includes(role));
  const kept = lost.every(({ role }) => administrators.some((each) => each.role === role && each.accountId !== id));
  return kept ? null : LAST_ADMINISTRATOR;
}
