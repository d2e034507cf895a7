import { released } from './released.event';
import { reserved } from './reserved.event';
import { used } from './used.event';

/** The facts of a code or closing prefix: each one is reserved for a ledger, then used by it or free again. */
export const NUMBERING_EVENTS = {
  [reserved.type]: reserved,
  [used.type]: used,
  [released.type]: released,
};
