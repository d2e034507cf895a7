import { releaseNumbering } from './release.act';
import { reserveNumbering } from './reserve.act';
import { useNumbering } from './use.act';

/** What the engine does with the codes and closing prefixes of ledgers. */
export const NUMBERING_ACTS = {
  [reserveNumbering.type]: reserveNumbering,
  [useNumbering.type]: useNumbering,
  [releaseNumbering.type]: releaseNumbering,
};
