import { type Ladder, type Recipient, type RungKind } from '../ladder';
import { type Policy } from '../policy';
import { type Role } from '../shared/actor';
import { type Facts, isPractice } from '../shared/circumstances';
import { OWN_UNIT } from '../shared/grant';
import {
  holdersOfPost,
  leadersInCharge,
  leadersOnMeasure,
  leadersOver,
  nearestOf,
  type Staff,
  type StaffedPost,
} from '../shared/staff';
import { ABOVE, ANSWER } from './climbers';
import { instructionNamed } from './instructions';
import { laneOf, leadLanes } from './lanes';
import { askingUnits } from './asking-units';
import { decidersOf } from './deciding';
import { TAKE_MEASURE } from './proposals';
import { isKeptOut, keptFromChecking, keptFromClosing, type KeptOut } from './separation';
import { MOST_TOLD, type Obligation, type ToldPost } from './task.parts';
import { type Proposal, type TaskState } from './task.state';

type Relation = ToldPost['relation'];

/** The rung of a ladder, as far as it says who is told. */
interface Rung {
  readonly obligation: Obligation | null;
  readonly holder: string | null;
  readonly unit?: string | undefined;
  /** The climb of an obligation, or the number of a turn. */
  readonly climb: number;
  readonly rung: { readonly rungId: string; readonly kind: RungKind };
}

/** What is known of the people of a task's ledger. */
type People = Pick<Facts, 'staff' | 'ledger'>;

/** A post that is told, and who holds it. */
interface Addressed {
  readonly role: Role;
  readonly unitId: string | null;
  readonly relation: Relation;
  readonly held: readonly StaffedPost[];
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

/** Who is told of a rung, as the record names them. */
export interface RungTold {
  readonly told: ToldPost[];
  /** The unit in which nobody could be told. Left out: somebody could. */
  readonly unstaffed?: string;
}

/** The roles that act for a unit. */
const ACTING = OWN_UNIT.map(([role]) => role);

/** Recipients who stand in the late unit. */
const IN_UNIT: readonly Recipient[] = ['handler', 'unit-head'];

/**
 * Who is told that a clock has come to a rung: whose clock it is, who gets a copy, and to whom a long delay is brought. A rung is never
 * silent: for a unit in which nobody can act the office is told, which acts for it; where nobody holds any of the posts, the office too.
 */
export function toldOf(state: TaskState, rung: Rung, recipients: readonly Recipient[], people: People): RungTold {
  const { staff } = people;
  const unit = rung.obligation?.lane ?? rung.unit ?? null;
  const addressed = recipients.flatMap((recipient) =>
    unit === null ? ofHolder(state, rung, recipient, people) : ofUnit(state, unit, recipient, { ...rung, staff }),
  );
  if (unit !== null && !canAct(unit, staff) && recipients.some((recipient) => IN_UNIT.includes(recipient))) {
    return { told: named([inLedger('supervision-clerk', 'own', staff), ...addressed]), unstaffed: unit };
  }
  const heard = addressed.some(({ held }) => held.length > 0);
  return { told: named(heard ? addressed : [inLedger('supervision-clerk', 'above', staff), ...addressed]) };
}

/** The units of which it must be known who stands above them, so that it can be said who is told. */
export function unitsConcerned(
  state: TaskState,
  { obligation, unit, holder, climb }: Omit<Rung, 'rung'>,
): readonly string[] {
  const late = obligation?.lane ?? unit;
  if (late !== undefined) return [late];
  const proposal = holder === 'decide' ? decidedAt(state, climb) : null;
  return proposal ? askingUnits(state, proposal) : [];
}

/** True when somebody of a unit can act on its tasks. */
function canAct(unitId: string, staff: Staff): boolean {
  return ACTING.some((role) => holdersOfPost(staff, role, unitId).length > 0);
}

function relationOf({ kind }: Rung['rung']): Relation {
  return ABOVE.includes(kind) ? 'above' : 'copy';
}

type OfUnit = Pick<Rung, 'obligation' | 'holder' | 'climb' | 'rung'> & { readonly staff: Staff };

/**
 * Of an instruction that is not answered the leader who gave it is told, or the office that recorded it, whoever else is in charge of the unit;
 * once they hold that post no more, those who are in charge of it.
 */
function giverOf(
  state: TaskState,
  late: { readonly unitId: string; readonly number: number },
  relation: Relation,
  staff: Staff,
): readonly Addressed[] {
  const turn = state.turns.find((each) => each.number === late.number);
  const given = instructionNamed(state, turn?.instructionId ?? '');
  if (given === null) return [];
  // Who told the office by word of mouth reads nothing here.
  if (given.onBehalf) return [inLedger('supervision-clerk', relation, staff)];
  const { accountId, unitId } = given.by;
  const own = holdersOfPost(staff, 'leader', unitId).filter((post) => post.accountId === accountId);
  return [own.length > 0 ? { role: 'leader', unitId, relation, held: own } : aboveUnit(late.unitId, relation, staff)];
}

/** What a unit owes: its handler is to act, its head knows from the day itself, those above it once it is late. */
function ofUnit(
  state: TaskState,
  unitId: string,
  recipient: Recipient,
  { obligation, holder, climb, rung, staff }: OfUnit,
): readonly Addressed[] {
  const relation = relationOf(rung);
  switch (recipient) {
    case 'handler':
      // An answer may be given by the head of the unit as well, so it is theirs too.
      return obligation === null
        ? ACTING.map((role) => inUnit(role, unitId, 'own', staff))
        : handlersOf(state, unitId, 'own', staff);
    case 'unit-head':
      return [inUnit('unit-head', unitId, relation, staff)];
    case 'leader':
    case 'office':
      // The leader asked the unit in person, whatever it is there for.
      if (holder === ANSWER) {
        return recipient === 'leader'
          ? giverOf(state, { unitId, number: climb }, relation, staff)
          : [inLedger('supervision-clerk', relation, staff)];
      }
      // Of a supporting unit the leads that have the task are told in the place of all above it.
      if (laneOf(state, unitId)?.role === 'support') {
        return leadsToTell(state).flatMap((lead) => handlersOf(state, lead, 'copy', staff));
      }
      if (recipient === 'office') return [inLedger('supervision-clerk', relation, staff)];
      return [rung.kind === 'propose' ? decidingOn(unitId, relation, staff) : aboveUnit(unitId, relation, staff)];
  }
}

/** Who has a unit's part in hand: whoever accepted it, as long as they act for the unit; else its reporters, and in a unit without any its head. */
function handlersOf(state: TaskState, unitId: string, relation: Relation, staff: Staff): readonly Addressed[] {
  const acceptedBy = laneOf(state, unitId)?.acceptedBy ?? null;
  for (const role of ACTING) {
    const held = holdersOfPost(staff, role, unitId).filter(({ accountId }) => accountId === acceptedBy);
    if (held.length > 0) return [{ role, unitId, relation, held }];
  }
  const reporters = inUnit('reporter', unitId, relation, staff);
  return reporters.held.length > 0 ? [reporters] : [reporters, inUnit('unit-head', unitId, relation, staff)];
}

/** The clock of a holder: it is told itself, then the head of its own unit, and when it stays late the leader above. */
function ofHolder(state: TaskState, rung: Rung, recipient: Recipient, people: People): readonly Addressed[] {
  const { staff } = people;
  const relation = relationOf(rung.rung);
  const own = holdersTold(state, rung, people);
  switch (recipient) {
    case 'handler':
      return own;
    case 'unit-head':
      return unitsOf(own.filter(({ role }) => role !== 'leader')).map((unitId) =>
        inUnit('unit-head', unitId, relation, staff),
      );
    case 'leader': {
      const leaders = unitsOf(own).map((unitId) => aboveUnit(unitId, relation, staff));
      return leaders.some(({ held }) => held.length > 0) ? leaders : [inLedger('leader', relation, staff)];
    }
    case 'office':
      return [inLedger('supervision-clerk', relation, staff)];
  }
}

/** Whose clock it is. */
function holdersTold(state: TaskState, { holder, climb }: Rung, people: People): readonly Addressed[] {
  const { staff } = people;
  switch (holder) {
    case 'check':
      return [notKeptOut(inLedger('verifier', 'own', staff), keptFromChecking(state), people)];
    case 'close':
      return [notKeptOut(inLedger('closer', 'own', staff), keptFromClosing(state), people)];
    case 'decide': {
      const proposal = decidedAt(state, climb);
      return proposal ? decidersTold(state, proposal, people) : [];
    }
    default:
      return [inLedger('supervision-clerk', 'own', staff)];
  }
}

/** Whoever may not check or close it is not told that it waits: it waits for the others. */
function notKeptOut(addressed: Addressed, kept: KeptOut, { staff, ledger }: People): Addressed {
  if (isPractice({ ledger })) return addressed;
  const held = addressed.held.filter(({ accountId }) => {
    const own = staff.posts.filter((post) => post.accountId === accountId);
    return !isKeptOut(kept, { accountId, postedIn: new Set(own.map(({ unitId }) => unitId)) });
  });
  return { ...addressed, held };
}

/** The proposal whose decision has such a turn. */
function decidedAt({ turns, proposals }: TaskState, number: number): Proposal | null {
  const turn = turns.find((each) => each.kind === 'decide' && each.number === number);
  return proposals.find(({ proposalId }) => proposalId === turn?.proposalId) ?? null;
}

/** Who may decide: see {@link decidersOf}; in practice all the leaders and the office, since one person plays every part. */
function decidersTold(state: TaskState, proposal: Proposal, { staff, ledger }: People): readonly Addressed[] {
  const units = askingUnits(state, proposal);
  const office = inLedger('supervision-clerk', 'own', staff);
  const { leaders: held, clerks } = isPractice({ ledger })
    ? { leaders: leadersOver(units, staff, () => false), clerks: office.held }
    : decidersOf(state, proposal, staff);
  const leaders = units.map((unitId) => ({ role: 'leader', unitId, relation: 'own', held }) as const);
  return proposal.act === TAKE_MEASURE ? leaders : [{ ...office, held: clerks }, ...leaders];
}

/** The units in which those who were addressed stand. */
function unitsOf(addressed: readonly Addressed[]): readonly string[] {
  return [...new Set(addressed.flatMap(({ held }) => held.map(({ unitId }) => unitId)))];
}

function inUnit(role: Role, unitId: string, relation: Relation, staff: Staff): Addressed {
  return { role, unitId, relation, held: holdersOfPost(staff, role, unitId) };
}

function inLedger(role: Role, relation: Relation, staff: Staff): Addressed {
  return { role, unitId: null, relation, held: holdersOfPost(staff, role, null) };
}

/** A proposed measure is told to the leader to whom it goes by name; where nobody decides on it, to the leaders of the unit all the same. */
function decidingOn(unitId: string, relation: Relation, staff: Staff): Addressed {
  const leader = nearestOf(leadersOnMeasure(unitId, staff), unitId, staff);
  return leader ? { role: 'leader', unitId, relation, held: [leader] } : aboveUnit(unitId, relation, staff);
}

function aboveUnit(unitId: string, relation: Relation, staff: Staff): Addressed {
  return { role: 'leader', unitId, relation, held: leadersInCharge(unitId, staff) };
}

/** One that has declined had got them still, and one that is to come is not told before it is assigned. */
function leadsToTell(state: TaskState): readonly string[] {
  const leads = leadLanes(state).filter(({ answer }) => answer !== 'declined');
  return leads.map(({ unitId }) => unitId);
}

/** Each post once, as what it is first, with the ids of the people. */
function named(addressed: readonly Addressed[]): ToldPost[] {
  const told = new Map<string, ToldPost>();
  for (const { role, unitId, relation, held } of addressed) {
    const key = `${role} ${unitId ?? ''}`;
    const people = held.slice(0, MOST_TOLD).map((post) => ({
      accountId: post.accountId,
      postId: post.postId,
      unitId: post.unitId,
    }));
    if (!told.has(key)) told.set(key, { role, unitId, relation, people });
  }
  return [...told.values()];
}
