import { reserved } from './reserved.event';
import { used } from './used.event';
import { voided } from './voided.event';

/** The facts of a ledger's closing numbers: each one is reserved, then used or recorded void. */
export const SERIES_EVENTS = {
  [reserved.type]: reserved,
  [used.type]: used,
  [voided.type]: voided,
};
