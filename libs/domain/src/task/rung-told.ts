import { type z } from 'zod';
import { type Ladder, type Recipient, type RungKind } from '../ladder';
import { type Policy } from '../policy';
import { type Role } from '../shared/actor';
import { laneOf, leadLanes } from './lanes';
import { type Obligation, type toldSchema } from './task.parts';
import { type TaskState } from './task.state';

/** Somebody who is told of a clock, by post: whoever has the role in the unit, or (null) in the ledger. */
export type ToldPost = z.infer<typeof toldSchema>;
type Relation = ToldPost['relation'];

/** The rung of a ladder, as far as it says who is told. */
interface Rung {
  readonly obligation: Obligation | null;
  readonly holder: string | null;
  readonly unit?: string | undefined;
  readonly rung: { readonly rungId: string; readonly kind: RungKind };
}

/** The ladder of a clock: that of what a unit owes, of a unit's answer, or of any other holder. */
export function ladderOf({ ladders }: Policy, { obligation, unit }: Pick<Rung, 'obligation' | 'unit'>): Ladder {
  if (obligation !== null) return ladders.limits;
  return unit === undefined ? ladders.holders : ladders.replies;
}

/** Whom a rung tells by its ladder; null where the ladder has no such rung. */
export function recipientsOf({ rungs, notices }: Ladder, { rungId, kind }: Rung['rung']): readonly Recipient[] | null {
  if (kind === 'notice') return notices?.told ?? null;
  return rungs.find((rung) => rung.rungId === rungId && rung.kind === kind)?.told ?? null;
}

/** Who is told that a clock has come to a rung: whose clock it is, who gets a copy, and to whom a long delay is brought. */
export function toldOf(
  state: TaskState,
  { obligation, holder, unit, rung: { kind } }: Rung,
  recipients: readonly Recipient[],
): readonly ToldPost[] {
  const of = (recipient: Recipient): readonly ToldPost[] => {
    if (obligation !== null) return ofUnit(state, obligation.lane, recipient, kind);
    return unit === undefined ? ofHolder(holder, recipient, kind) : ofAnswering(state, unit, recipient, kind);
  };
  return distinctPosts(recipients.flatMap(of));
}

/** From here on a delay is brought to those above, who are to do something about it. */
const ABOVE: readonly RungKind[] = ['escalate', 'propose', 'notice'];

function relationOf(kind: RungKind): Relation {
  return ABOVE.includes(kind) ? 'above' : 'copy';
}

/** What a unit owes: its reporters are to act, its head knows from the day itself, those above it once it is late. */
function ofUnit(state: TaskState, unitId: string, recipient: Recipient, kind: RungKind): readonly ToldPost[] {
  switch (recipient) {
    case 'handler':
      return inUnits([unitId], 'own', 'reporter');
    case 'unit-head':
      return inUnits([unitId], relationOf(kind), 'unit-head');
    default:
      return beyondUnit(state, unitId, recipient, kind);
  }
}

/** An answer may be given by the head of the unit as well, so it is theirs too. */
function ofAnswering(state: TaskState, unitId: string, recipient: Recipient, kind: RungKind): readonly ToldPost[] {
  return recipient === 'handler'
    ? inUnits([unitId], 'own', 'reporter', 'unit-head')
    : ofUnit(state, unitId, recipient, kind);
}

/** Of a supporting unit the leads that have the task in the place of all above it. */
function beyondUnit(
  state: TaskState,
  unitId: string,
  recipient: 'leader' | 'office',
  kind: RungKind,
): readonly ToldPost[] {
  if (laneOf(state, unitId)?.role === 'support') return inUnits(leadsToTell(state), 'copy', 'reporter');
  return recipient === 'leader' ? inUnits([unitId], relationOf(kind), 'leader') : [inLedger('supervision-clerk', kind)];
}

/** The clock of a holder: it is told itself, and when it stays late those above it. */
function ofHolder(holder: string | null, recipient: Recipient, kind: RungKind): readonly ToldPost[] {
  switch (recipient) {
    case 'handler':
      return [{ role: roleOfHolder(holder), unitId: null, relation: 'own' }];
    case 'leader':
      return [inLedger('leader', kind)];
    case 'office':
      return [inLedger('supervision-clerk', kind)];
    case 'unit-head':
      return [];
  }
}

function roleOfHolder(holder: string | null): Role {
  if (holder === 'check') return 'verifier';
  return holder === 'close' ? 'closer' : 'supervision-clerk';
}

function inLedger(role: Role, kind: RungKind): ToldPost {
  return { role, unitId: null, relation: relationOf(kind) };
}

/** One that has declined had got them still, and one that is to come is not told before it is assigned. */
function leadsToTell(state: TaskState): readonly string[] {
  const leads = leadLanes(state).filter(({ answer }) => answer !== 'declined');
  return leads.map(({ unitId }) => unitId);
}

/** Each post once, as what it is first. */
function distinctPosts(posts: readonly ToldPost[]): readonly ToldPost[] {
  const seen = new Set<string>();
  return posts.filter(({ role, unitId }) => {
    const key = `${role} ${unitId ?? ''}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function inUnits(unitIds: readonly string[], relation: Relation, ...roles: readonly Role[]): readonly ToldPost[] {
  return unitIds.flatMap((unitId) => roles.map((role) => ({ role, unitId, relation })));
}
