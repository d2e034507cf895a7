import { type TASK_EVENTS } from '#domain';
import { type z } from 'zod';
import { type Course, knownIndicators, limitName, type Told, unitNames } from '../../telling';
import { TIMELINE_WORDS as T } from '../../words/timeline.words';

type Changes = z.infer<(typeof TASK_EVENTS)['task.content-changed']['schema']>['changes'];

/** What was changed, piece by piece: units with their new names, limits by what they were called. */
export function changesText(changes: Changes, told: Told): string {
  const { title, body, leads, supports, limits = [], indicators } = changes;
  return T.items([
    ...(title === undefined ? [] : [T.title]),
    ...(body === undefined ? [] : [T.body]),
    ...(leads === undefined ? [] : [T.leads(unitNames(told, leads) ?? T.none)]),
    ...(supports === undefined ? [] : [T.supports(unitNames(told, supports) ?? T.none)]),
    ...limits.map(({ limitId }) => T.limitChanged(limitName(told, limitId))),
    ...(indicators === undefined ? [] : [T.indicators]),
  ]);
}

/** What limits and indicators are called after a change of the content. */
export function courseAfter(course: Course, { limits = [], indicators }: Changes): Course {
  const renamed = limits.map(({ limitId, what }) => {
    const words = what === '' ? (course.limits[limitId]?.words ?? '') : what;
    return [limitId, { words }] as const;
  });
  return {
    ...course,
    limits: { ...course.limits, ...Object.fromEntries(renamed) },
    indicators: indicators === undefined ? course.indicators : knownIndicators(indicators),
  };
}
