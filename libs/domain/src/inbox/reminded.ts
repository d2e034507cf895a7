import { type Day } from '../calendar';
import { rungSubjectOf, subjectOfRungKey } from '../ladder';
import { laneOf, type LaneState, type OpenObligation, openObligations, type TaskState, workingLanes } from '../task';

/**
 * What lanes owe, by a day, that somebody was reminded of with the very day that it has now: what the open entries about limits may be
 * about. A day that moved is another one, and what was said of the former day is not true of it.
 */
export function remindedOf(state: TaskState, by: Day, lanes: readonly LaneState[]): readonly OpenObligation[] {
  const subjects = new Set(state.fired.map(subjectOfRungKey));
  return openObligations(state, by, lanes).filter((open) => subjects.has(rungSubjectOf(open)));
}

/** What somebody was reminded of and no lane owes any more, or not by that day. */
export function remindedInVain(before: TaskState, after: TaskState, by: Day): readonly OpenObligation[] {
  const owed = new Set(openObligations(after, by).map(rungSubjectOf));
  return remindedOf(before, by, before.lanes).filter((open) => !owed.has(rungSubjectOf(open)));
}

/** What somebody was reminded of and lanes owe once more by that day, in the same climb: in another one they are reminded anew. */
export function remindedAgain(before: TaskState, after: TaskState, by: Day): readonly OpenObligation[] {
  const owed = new Set(openObligations(before, by).map(rungSubjectOf));
  const lanes = workingLanes(after).filter(({ unitId, climb }) => laneOf(before, unitId)?.climb === climb);
  return remindedOf(after, by, lanes).filter((open) => !owed.has(rungSubjectOf(open)));
}
