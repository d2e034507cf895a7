import { type Staffing } from '#domain';
import { reads } from '../../api/client';
import { type StaffingOf } from './staffing';

/** How long an answer holds without being asked for again, in milliseconds: accounts are made and closed seldom. */
const HOLDS = 60_000;

const UNKNOWN: StaffingOf = () => null;

/** What was made of an answer, for all cells of a table that ask for the same one. */
const made = new WeakMap<object, StaffingOf>();

/**
 * How far units can act by themselves.
 * @param ledgerId the ledger of the tasks that they are to act on; null: any
 */
export function useStaffing(ledgerId: string | null): StaffingOf {
  const { data } = useUnits(ledgerId);
  return data === undefined ? UNKNOWN : staffingIn(data.units);
}

/** True once `useStaffing` knows, or cannot learn it. */
export function useStaffingKnown(ledgerId: string | null): boolean {
  return !useUnits(ledgerId).isPending;
}

function useUnits(ledgerId: string | null) {
  const query = ledgerId === null ? {} : { ledgerId };
  return reads.useQuery('get', '/api/unit-staffing', { params: { query } }, { staleTime: HOLDS });
}

function staffingIn(units: readonly { readonly unitId: string; readonly staffing: Staffing }[]): StaffingOf {
  const known = made.get(units);
  if (known !== undefined) return known;
  const byUnit = new Map(units.map(({ unitId, staffing }) => [unitId, staffing]));
  const staffingOf: StaffingOf = (unitId) => byUnit.get(unitId) ?? 'nobody';
  made.set(units, staffingOf);
  return staffingOf;
}
