import { isRunning, type LaneStep, statusWord, type TaskStatus } from '#domain';
import { WORDS } from '../words';

/** A unit's part of a task, as far as it has come. */
export interface PartOf {
  readonly unitId: string;
  readonly step: LaneStep;
}

/** Which part of several of the person's units is shown: what waits for them before what does not. */
const ORDER: readonly LaneStep[] = ['waiting', 'working', 'claimed', 'declined'];

/** How far the person's own unit has come; null where none has a part. */
export function ownStep(parts: readonly PartOf[], own: ReadonlySet<string>): LaneStep | null {
  const mine = parts.filter(({ unitId }) => own.has(unitId)).map(({ step }) => step);
  return ORDER.find((step) => mine.includes(step)) ?? null;
}

/**
 * Where a task stands for the people of a unit: while units have it in hand by that unit's own part, which the status of the whole task does
 * not tell: a unit that had accepted read 待签收 as long as another one had not. In every other status as the task does.
 */
export function partWord(status: TaskStatus, step: LaneStep | null): string {
  if (step === null || !isRunning({ status })) return statusWord(status);
  switch (step) {
    case 'waiting':
      return statusWord('assigned');
    case 'declined':
      return statusWord('declined');
    case 'claimed':
      return WORDS.parts.claimed;
    case 'working':
      return statusWord(status === 'returned' ? 'returned' : 'underway');
  }
}
