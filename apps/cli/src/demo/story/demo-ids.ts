import { derivedId, draftTaskId, newIdOf, unitIdFor } from '#engine';
import { ADMINISTRATION } from '../content/people';
import { ALIASES, GOVERNMENT } from '../content/units';

/** The id of a command of the demonstration: the same part of the same story has the same id. */
export function demoCommandId(seed: number, part: string): string {
  return derivedId('demo', String(seed), part);
}

/** The id that the ledger gets from the command that makes it. */
export function demoLedgerId(seed: number): string {
  return derivedId('ledger', demoCommandId(seed, 'ledger.create'));
}

/** The id that the draft of the document's item gets, counted from 0. */
export function demoTaskId(seed: number, index: number): string {
  return draftTaskId(newIdOf(demoLedgerId(seed), demoCommandId(seed, 'ledger.import')), index);
}

/** The id of a unit by a name of it. */
export function demoUnitId(name: string): string {
  if (name === GOVERNMENT || name === ADMINISTRATION) return unitIdFor(name, null);
  return unitIdFor(unitCalled(name), unitIdFor(GOVERNMENT, null));
}

/** The unit's name in the register where the document calls it otherwise. */
export function unitCalled(name: string): string {
  return ALIASES[name] ?? name;
}
