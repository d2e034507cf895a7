/**
 * One command for each of many tasks. A page calls `useBatch` with a name, a check of the stored form and a function that posts
 * one item's command; `start(form, items)` begins, `BatchProgress` shows it. `runBatch` is the runner below it, without React.
 */
export { type BatchItem, type BatchState, type BatchStep, type BatchTally, MOST_IN_BATCH, tallyOf } from './batch';
export { BatchProgress } from './batch-progress';
export { BATCH_WIDTH, type BatchHalt, type BatchRun, runBatch } from './run-batch';
export { type Batch, useBatch } from './use-batch';
