import { type Staffing } from '#domain';
import { WORDS } from '../../words';

/** How far a unit can act by itself; null while that is not known. */
export type StaffingOf = (unitId: string) => Staffing | null;

/** What keeps a unit from acting by itself. */
export type Lack = Exclude<Staffing, 'able'>;

interface Unit {
  readonly unitId: string;
  readonly name: string;
}

const LACKS: readonly Lack[] = ['nobody', 'no-head'];
/** So many units are named, then how many they are. */
const NAMED = 5;

/** What a unit lacks; null for nothing, and while it is not known. */
export function lackOf(staffingOf: StaffingOf, unitId: string): Lack | null {
  const staffing = staffingOf(unitId);
  return staffing === 'able' ? null : staffing;
}

/** What the units of a list lack, each kind of lack with its units; nothing where all can act. */
export function lacksAmong(
  units: readonly Unit[],
  staffingOf: StaffingOf,
): readonly { readonly lack: Lack; readonly units: readonly Unit[] }[] {
  const each = [...new Map(units.map((unit) => [unit.unitId, unit])).values()];
  return LACKS.flatMap((lack) => {
    const lacking = each.filter(({ unitId }) => lackOf(staffingOf, unitId) === lack);
    return lacking.length === 0 ? [] : [{ lack, units: lacking }];
  });
}

/** The worst lack among units; null where all can act, and while it is not known. */
export function worstLack(units: readonly Unit[], staffingOf: StaffingOf): Lack | null {
  return lacksAmong(units, staffingOf)[0]?.lack ?? null;
}

/** Said before units are given a task: which of them the office will have to record for. */
export function warningsFor(units: readonly Unit[], staffingOf: StaffingOf): readonly string[] {
  return lacksAmong(units, staffingOf).map(({ lack, units: lacking }) =>
    WORDS.parts.staffing.before[lack](namesOf(lacking)),
  );
}

function namesOf(units: readonly Unit[]): string {
  const named = units.slice(0, NAMED).map(({ name }) => name);
  const list = named.join(WORDS.parts.and);
  return units.length > NAMED ? WORDS.parts.staffing.some(list, units.length) : list;
}
