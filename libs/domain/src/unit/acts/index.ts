import { addAlias } from './add-alias.act';
import { create } from './create.act';
import { rename } from './rename.act';

/** What may be asked of a unit. */
export const UNIT_ACTS = {
  [create.type]: create,
  [rename.type]: rename,
  [addAlias.type]: addAlias,
};
