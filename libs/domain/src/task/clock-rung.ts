import { type Day } from '../calendar';
import { rungKeyOf } from '../ladder';
import { type Turn, type TurnKind } from './task.state';

/** A clock in the place of an obligation: ids of limits are never such words. */
export function clockOf(kind: string, unit: string | null | undefined) {
  return { lane: unit ?? 'task', limitId: kind, period: null };
}

/** Turns in which a clock runs out again and again. The rungs of the others have no day in their keys: it depends on the calendar. */
const REPEATED: readonly string[] = ['review'] satisfies readonly TurnKind[];

/** The key of a rung of a turn's clock: each goes out once in the turn. */
export function clockRungKey(
  round: number,
  { kind, lane, number }: { readonly kind: string; readonly lane: string | null | undefined } & Pick<Turn, 'number'>,
  rungId: string,
  due: Day,
): string {
  return rungKeyOf({ ...clockOf(kind, lane), round, climb: number, rungId, due: REPEATED.includes(kind) ? due : '' });
}
