import { actsOf } from '../shared/act-definition';
import { type EventIn } from '../shared/event-definition';
import { type UNIT_EVENTS } from './events';
import { type UnitState } from './unit.state';

export type UnitEvent = EventIn<typeof UNIT_EVENTS>;

/** What the id of a unit is derived from: one name is one unit under its parent. */
export function unitIdentity({
  name,
  parentId,
}: {
  readonly name: string;
  readonly parentId: string | null;
}): readonly string[] {
  return [parentId ?? '', name];
}

/** Defines an act on a unit. */
export const unitAct = actsOf<'unit', UnitState, UnitEvent>('unit');
