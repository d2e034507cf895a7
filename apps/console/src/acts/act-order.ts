import { type ActOperation } from './act';

/** What an act is to a task: it leads it on; nobody waits for it (it mends, hastens or sends back); or it ends it for good. */
export type ActKind = 'leading' | 'side' | 'final';

/** In which order acts are offered and of what kind each is. To be deleted when the domain's own list of acts says both. */
const ACT_ORDER: readonly (readonly [ActOperation, ActKind])[] = [
  ['task.accept', 'leading'],
  ['task.report', 'leading'],
  ['task.confirm', 'leading'],
  ['task.hang', 'leading'],
  ['task.assign', 'leading'],
  ['task.verify', 'leading'],
  ['task.close', 'leading'],
  ['task.request-closure', 'leading'],
  ['task.return', 'side'],
  ['task.decline', 'side'],
  ['task.report-on-behalf', 'side'],
  ['task.urge', 'side'],
  ['task.correct-draft', 'side'],
  ['task.correct', 'side'],
  ['task.withdraw', 'side'],
  ['task.terminate', 'final'],
  ['task.void', 'final'],
];

/** The place of an act among those that are offered; one that the list does not have comes last. */
export function placeOf(operation: ActOperation): number {
  const place = ACT_ORDER.findIndex(([each]) => each === operation);
  return place < 0 ? ACT_ORDER.length : place;
}

/** See `ActKind`. An act that the list does not have is one at the side. */
export function kindOf(operation: ActOperation): ActKind {
  return ACT_ORDER.find(([each]) => each === operation)?.[1] ?? 'side';
}
