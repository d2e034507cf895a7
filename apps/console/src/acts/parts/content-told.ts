import { type TaskChanges } from '#domain';
import { clip, type Course, knownIndicators, knownLimits, limitName, type Told, unitNames } from '../../telling';
import { TIMELINE_WORDS as T } from '../../words/timeline.words';

/** What a correction changed, piece by piece: units and days with their new values. */
export function changesText(changes: TaskChanges, told: Told): string {
  const { title, body, leadUnitIds, supportUnitIds, indicators } = changes;
  return T.items([
    ...(title === undefined ? [] : [T.title]),
    ...(body === undefined ? [] : [T.body]),
    ...(leadUnitIds === undefined ? [] : [T.leads(unitNames(told, leadUnitIds) ?? T.none)]),
    ...(supportUnitIds === undefined ? [] : [T.supports(unitNames(told, supportUnitIds) ?? T.none)]),
    ...limitChanges(changes, told),
    ...(indicators === undefined ? [] : [T.indicators]),
  ]);
}

function limitChanges({ changedLimits = [], addedLimits = [], removedLimits = [] }: TaskChanges, told: Told): string[] {
  return [
    ...changedLimits.map((change) => limitChange(change, told)),
    ...addedLimits.map(({ what, sourceText, due }) => {
      const words = clip(what === '' ? sourceText : what, 18);
      return T.limitAdded([words === '' ? T.someLimit : T.limit(words), due].filter(Boolean).join(' '));
    }),
    ...removedLimits.map((limitId) => T.limitRemoved(limitName(told, limitId))),
  ];
}

function limitChange({ limitId, due }: NonNullable<TaskChanges['changedLimits']>[number], told: Told): string {
  const name = limitName(told, limitId);
  const former = told.course.limits[limitId]?.due ?? null;
  if (due === undefined || due === former) return T.limitChanged(name);
  if (due === null) return T.dueCleared(name);
  return former === null ? T.dueSet(name, due) : T.dueMoved(name, former, due);
}

/** What is known of limits and indicators after a correction. */
export function courseAfter(course: Course, changes: TaskChanges): Course {
  const { changedLimits = [], addedLimits = [], indicators } = changes;
  const moved = changedLimits.map(({ limitId, what, due, recurrence }) => {
    const known = course.limits[limitId];
    const words = what === undefined || what === '' ? (known?.words ?? '') : what;
    const recurring = recurrence === undefined ? (known?.recurring ?? false) : recurrence !== null;
    return [limitId, { words, due: due === undefined ? (known?.due ?? null) : due, recurring }] as const;
  });
  return {
    ...course,
    limits: { ...course.limits, ...Object.fromEntries(moved), ...knownLimits(addedLimits) },
    indicators: indicators === undefined ? course.indicators : knownIndicators(indicators),
  };
}
