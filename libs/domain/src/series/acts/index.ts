import { reserveNumber } from './reserve.act';
import { useNumber } from './use.act';
import { voidNumber } from './void.act';

/** What the engine does with closing numbers. */
export const SERIES_ACTS = {
  [reserveNumber.type]: reserveNumber,
  [useNumber.type]: useNumber,
  [voidNumber.type]: voidNumber,
};
