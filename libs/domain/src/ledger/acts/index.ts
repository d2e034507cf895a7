import { classify } from './classify.act';
import { completeImport } from './complete-import.act';
import { create } from './create.act';
import { importTasks } from './import.act';
import { openPractice } from './open-practice.act';

/** What may be asked of a ledger. */
export const LEDGER_ACTS = {
  [create.type]: create,
  [openPractice.type]: openPractice,
  [classify.type]: classify,
  [importTasks.type]: importTasks,
  [completeImport.type]: completeImport,
};
