import { type z } from 'zod';
import { type RungKind } from '../ladder';
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
  readonly rung: { readonly kind: RungKind };
}

/** Who is told that a clock has come to a rung: whose clock it is, who gets a copy, and to whom a long delay is brought. */
export function toldOf(state: TaskState, { obligation, holder, unit, rung: { kind } }: Rung): readonly ToldPost[] {
  return obligation === null
    ? toldOfClock(state, holder, unit ?? null, kind)
    : toldOfObligation(state, obligation.lane, kind);
}

const SUPERVISION: readonly ToldPost[] = [{ role: 'supervision-clerk', unitId: null, relation: 'above' }];
/** Who is above the office, the verifiers and the closers. */
const LEADERS: readonly ToldPost[] = [{ role: 'leader', unitId: null, relation: 'above' }];

/** What a unit owes: its reporters are to act, its head knows from the day itself, those above it once it is late. */
function toldOfObligation(state: TaskState, lane: string, kind: RungKind): readonly ToldPost[] {
  const own = inUnits([lane], 'own', 'reporter');
  const head = inUnits([lane], 'copy', 'unit-head');
  switch (kind) {
    case 'remind':
      return own;
    case 'due':
      return [...own, ...head];
    case 'urge':
      return [...own, ...head, ...toldOfLate(state, lane)];
    case 'escalate':
      return aboveUnit(lane);
    case 'propose':
      return [];
  }
}

/** The clock of a holder: it is told itself, and when it stays late those above it. */
function toldOfClock(
  state: TaskState,
  holder: string | null,
  unit: string | null,
  kind: RungKind,
): readonly ToldPost[] {
  const own = unit === null ? [ofHolder(holder)] : inUnits([unit], 'own', 'reporter', 'unit-head');
  switch (kind) {
    case 'remind':
    case 'due':
      return own;
    case 'urge':
      return unit === null ? own : [...own, ...toldOfLate(state, unit)];
    case 'escalate':
      return unit === null ? LEADERS : aboveUnit(unit);
    case 'propose':
      return [];
  }
}

/** To whom a unit's long delay is brought: its head, the leader in charge of it, and the office. */
function aboveUnit(unitId: string): readonly ToldPost[] {
  return [...inUnits([unitId], 'above', 'unit-head', 'leader'), ...SUPERVISION];
}

function ofHolder(holder: string | null): ToldPost {
  const role = holder === 'check' ? 'verifier' : holder === 'close' ? 'closer' : 'supervision-clerk';
  return { role, unitId: null, relation: 'own' };
}

/**
 * Who gets a copy when a unit is urged: of a supporting one the leads that have the task, and nobody above; of a lead the leader in charge.
 * One that has declined had got them still, and one that is to come is not told before it is assigned.
 */
function toldOfLate(state: TaskState, unitId: string): readonly ToldPost[] {
  const leads = leadLanes(state).filter(({ answer }) => answer !== 'declined');
  return laneOf(state, unitId)?.role === 'support'
    ? inUnits(
        leads.map((lead) => lead.unitId),
        'copy',
        'reporter',
      )
    : inUnits([unitId], 'copy', 'leader');
}

function inUnits(unitIds: readonly string[], relation: Relation, ...roles: readonly Role[]): readonly ToldPost[] {
  return unitIds.flatMap((unitId) => roles.map((role) => ({ role, unitId, relation })));
}
