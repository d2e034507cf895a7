import { type z } from 'zod';
import { type RungKind } from '../ladder';
import { type Role } from '../shared/actor';
import { laneOf, leadUnitsOf } from './lanes';
import { type Obligation, type toldSchema } from './task.parts';
import { type LaneState, type TaskState } from './task.state';

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

/** What a unit owes. */
function toldOfObligation(state: TaskState, lane: string, kind: RungKind): readonly ToldPost[] {
  const own = inUnits([lane], 'own', 'reporter');
  switch (kind) {
    case 'remind':
    case 'due':
      return own;
    case 'urge':
      return [...own, ...copies(state, laneOf(state, lane), inUnits([lane], 'copy', 'unit-head', 'leader'))];
    case 'escalate':
      return SUPERVISION;
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
      return unit === null ? own : [...own, ...copies(state, laneOf(state, unit), inUnits([unit], 'copy', 'leader'))];
    case 'escalate':
      return unit === null ? LEADERS : SUPERVISION;
    case 'propose':
      return [];
  }
}

function ofHolder(holder: string | null): ToldPost {
  const role = holder === 'check' ? 'verifier' : holder === 'close' ? 'closer' : 'supervision-clerk';
  return { role, unitId: null, relation: 'own' };
}

/** A supporting unit that is late is shown to its leads, and to nobody above; a lead to those above it. */
function copies(state: TaskState, lane: LaneState | null, ofLead: readonly ToldPost[]): readonly ToldPost[] {
  return lane?.role === 'support' ? inUnits(leadUnitsOf(state), 'copy', 'reporter') : ofLead;
}

function inUnits(unitIds: readonly string[], relation: Relation, ...roles: readonly Role[]): readonly ToldPost[] {
  return unitIds.flatMap((unitId) => roles.map((role) => ({ role, unitId, relation })));
}
