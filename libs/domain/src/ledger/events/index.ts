import { classified } from './classified.event';
import { created } from './created.event';
import { importCompleted } from './import-completed.event';
import { importStarted } from './import-started.event';
import { markedPractice } from './marked-practice.event';

/** The facts of a ledger. */
export const LEDGER_EVENTS = {
  [created.type]: created,
  [classified.type]: classified,
  [markedPractice.type]: markedPractice,
  [importStarted.type]: importStarted,
  [importCompleted.type]: importCompleted,
};
