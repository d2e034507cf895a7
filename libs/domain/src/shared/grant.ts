import { type Role, roleSchema } from './actor';

/**
 * How far a role reaches:
 * - `own-unit`: tasks of which the post's unit is a lead or supporting unit;
 * - `units-below`: those of the post's unit and of every unit below it; for a leader with units in their charge (分管) those of these units, and of
 *   every unit below them;
 * - `ledger`: every task of the post's ledger (of all ledgers for a post without one);
 * - `register`: what belongs to no ledger, such as units;
 * - `log`: as `ledger`, and as `register` for a post without a ledger;
 * - `all`: posts without a ledger only;
 * - `any`: whoever holds the role;
 * - `any-or-practice`: whoever holds the role, be it for practice only.
 *
 * A post for practice reaches its own ledger and nothing else, and no other post reaches a practice ledger.
 */
export type Scope = 'own-unit' | 'units-below' | 'ledger' | 'register' | 'log' | 'all' | 'any' | 'any-or-practice';

/** One line of the permission table: this role may, this far. */
export type Grant = readonly [role: Role, scope: Scope];

/** Clerks of the supervision office, in their ledgers. */
export const OFFICE: readonly Grant[] = [['supervision-clerk', 'ledger']];

/** The program itself: timers, reactions and processes. What only the engine may do is not offered to requests. */
export const ENGINE: readonly Grant[] = [['engine', 'any']];

/** The system administrator. */
export const SYSTEM: readonly Grant[] = [['system-administrator', 'any']];

/** Those who keep the register of units. */
export const UNIT_REGISTER: readonly Grant[] = [
  ['system-administrator', 'any'],
  ['supervision-clerk', 'any'],
];

/** Reporter and head of any responsible unit. */
export const OWN_UNIT: readonly Grant[] = [
  ['reporter', 'own-unit'],
  ['unit-head', 'own-unit'],
];

/** Every role that a person may play. */
export const EVERYBODY: readonly Grant[] = roleSchema
  .exclude(['engine'])
  .options.map((role) => [role, 'any-or-practice']);
