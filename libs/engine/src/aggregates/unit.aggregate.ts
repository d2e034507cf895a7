import { decideUnit, type NoFacts, type UnitCommand, type UnitEvent, type UnitState } from '#domain';
import { type States } from '../state/states';
import { type Aggregate } from './aggregate';

/** A unit of the register. */
export function unitAggregate(states: States): Aggregate<UnitState, UnitCommand, UnitEvent, NoFacts> {
  return { reader: states.unit, decide: decideUnit, reach: async () => ({}), gather: async () => ({}) };
}
